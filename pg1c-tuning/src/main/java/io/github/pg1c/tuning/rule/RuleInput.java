package io.github.pg1c.tuning.rule;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a rule may ask: the node, and the values of other parameters in the same plan.
 *
 * <p>The value of a parameter is what the user said, else what its rule comes to, else the server's own default. A rule
 * that asks for a value that is calculated from its own one is refused with an {@link IllegalStateException}.
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

    /** The value of a parameter in PostgreSQL's spelling; nothing when the version or the build lacks it. */
    Optional<String> value(String parameter);

    /** The value as a size; nothing where it is negative, which mostly means by default. */
    Optional<MemorySize> size(String parameter);

    /** The value as a number in the parameter's base unit. */
    OptionalDouble number(String parameter);
}
