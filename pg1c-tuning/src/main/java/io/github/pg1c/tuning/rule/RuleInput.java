package io.github.pg1c.tuning.rule;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The input of a rule: the node, and the values of other parameters in the same plan.
 *
 * <p>The value of a parameter is the one that the user wrote, or the result of its rule, or the server's default. A
 * rule that asks for a value that is calculated from its own one is faulty ({@link RuleProblem}). The value that a
 * preset calculates for the rule's own parameter is {@link #replaced()}.
 *
 * @since 0.1
 */
public interface RuleInput {

    /** The input of the plan. */
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
     * The result of the rule that this one replaces; empty when the set has no other rule for the parameter, or when
     * that rule does not apply to this version or build.
     */
    Optional<RuleResult> replaced();

    /** The value of a parameter in PostgreSQL's spelling; nothing when the version or the build lacks it. */
    Optional<String> value(String parameter);

    /** The value as a size; empty for a negative number, which mostly stands for a default. */
    Optional<MemorySize> size(String parameter);

    /** The value as a number in the parameter's base unit. */
    OptionalDouble number(String parameter);
}
