package io.github.pg1c.patroni.config;

import java.util.List;

/**
 * The effect of a change of the configuration.
 *
 * @param changes the differences, in the order of the patch; empty when Patroni would see none
 * @param problems the problems of the change
 * @since 0.1
 */
public record ConfigPlan(List<ConfigChange> changes, List<ConfigProblem> problems) {
    /** Copies the lists. */
    public ConfigPlan {
        changes = List.copyOf(changes);
        problems = List.copyOf(problems);
    }

    /** True when a changed value waits for a restart. */
    public boolean needsRestart() {
        return changes.stream().anyMatch(ConfigChange::restart);
    }
}
