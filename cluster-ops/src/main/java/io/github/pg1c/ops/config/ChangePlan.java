package io.github.pg1c.ops.config;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigProblem;
import java.util.List;

/**
 * The plan of a change of the shared configuration.
 *
 * @param patch the request
 * @param changes the differences to the running cluster, in the order of the patch
 * @param unspecified keys that the running cluster has and the specification does not; they are left as they are
 * @param unknown keys that this library does not know and a newer member may; they prevent nothing
 * @param obstacles the reasons that prevent it
 * @since 0.1
 */
public record ChangePlan(
        ConfigPatch patch,
        List<ConfigChange> changes,
        List<String> unspecified,
        List<ConfigProblem> unknown,
        List<Obstacle> obstacles)
        implements OperationPlan {

    /** Copies the lists. */
    public ChangePlan {
        changes = List.copyOf(changes);
        unspecified = List.copyOf(unspecified);
        unknown = List.copyOf(unknown);
        obstacles = List.copyOf(obstacles);
    }

    /** True when a changed value waits for a restart. */
    public boolean needsRestart() {
        return changes.stream().anyMatch(ConfigChange::restart);
    }

    @Override
    public boolean isNothing() {
        return isPossible() && changes.isEmpty();
    }
}
