package io.github.pg1c.tuning.rule;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule may ask: the node, and the values of other parameters in the same plan.
 *
 * <p>The value of a parameter is what the user wrote, else what its rule comes to, else the server's own default. A
 * rule that asks for a value that is calculated from its own one is faulty ({@link RuleProblem}). The value that a
 * preset calculates for the rule's own parameter is {@link #replaced()}.
 *
 * @since 0.1
 */
public interface RuleInput {

    /** What the plan is calculated from. */
    TuningInput input();

    /** The memory that PostgreSQL and its neighbours may take: of the container, and half beside a 1C server. */
    MemorySize available();

    /** Processors that the node or its container has. */
    int cpus();

    /** Whether the version and the build have the parameter. */
    boolean has(String parameter);

    /** Whether the set has a rule for the parameter, also where the version lacks it. */
    boolean hasRule(String parameter);

    /**
     * What the rule comes to that this one stands in place of; nothing where the set has no other rule for the
     * parameter, or where it says nothing for this version or build.
     */
    Optional<RuleResult> replaced();

    /** The value of a parameter in PostgreSQL's spelling; nothing when the version or the build lacks it. */
    Optional<String> value(String parameter);

    /** The value as a size; nothing where it is negative, which mostly means by default. */
    Optional<MemorySize> size(String parameter);

    /** The value as a number in the parameter's base unit. */
    OptionalDouble number(String parameter);
}
