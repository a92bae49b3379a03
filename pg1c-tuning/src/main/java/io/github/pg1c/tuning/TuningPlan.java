package io.github.pg1c.tuning;

import java.util.List;
import java.util.Optional;

/**
 * Everything that is calculated for one database node.
 *
 * @param input what it was calculated from
 * @param parameters PostgreSQL's parameters in the order in which they are written
 * @param budget the memory they take together
 * @param pool the pooler's limits
 * @param kernel the kernel's settings
 * @since 0.1
 */
public record TuningPlan(
        TuningInput input,
        List<PlannedParameter> parameters,
        MemoryBudget budget,
        PoolLimits pool,
        KernelSettings kernel) {

    public TuningPlan {
        parameters = List.copyOf(parameters);
    }

    /** The parameter of a name, if it is planned. */
    public Optional<PlannedParameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** The value of a parameter in PostgreSQL's spelling, if it is planned. */
    public Optional<String> value(String name) {
        return parameter(name).map(PlannedParameter::value);
    }
}
