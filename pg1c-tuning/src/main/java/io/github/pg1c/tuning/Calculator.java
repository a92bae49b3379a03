package io.github.pg1c.tuning;

import java.util.List;

/**
 * Calculates the parameters of a database node; pure.
 *
 * @since 0.1
 */
public final class Calculator {

    private Calculator() {}

    /** The plan of an input; the same input gives the same plan. */
    public static TuningPlan plan(TuningInput input) {
        return new TuningPlan(
                input,
                List.of(),
                MemoryBudget.of(List.of(), input.memory()),
                new PoolLimits(input.connections(), input.connections(), input.connections(), 65536, Text.same("")),
                new KernelSettings(List.of(), 0, true));
    }
}
