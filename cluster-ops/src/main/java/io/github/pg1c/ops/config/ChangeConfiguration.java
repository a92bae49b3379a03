package io.github.pg1c.ops.config;

import io.github.pg1c.bundle.SharedConfiguration;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.ConfigPlan;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Changes the configuration that all members share. A value that takes effect at a restart waits for one afterwards.
 *
 * <pre>{@code
 * ChangeConfiguration.by(ConfigPatch.empty().parameter("max_connections", 300)).run(cluster, event -> {});
 * ChangeConfiguration.asSpecified().run(cluster, event -> {});
 * }</pre>
 *
 * @param patch the changes; empty for the configuration of the specification
 * @since 0.1
 */
public record ChangeConfiguration(Optional<ConfigPatch> patch)
        implements PlannedOperation<ChangePlan, Void, ChangeResult> {

    /** Makes these changes. */
    public static ChangeConfiguration by(ConfigPatch patch) {
        return new ChangeConfiguration(Optional.of(patch));
    }

    /** Applies the configuration of the connection's specification; other keys stay as they are. */
    public static ChangeConfiguration asSpecified() {
        return new ChangeConfiguration(Optional.empty());
    }

    @Override
    public ChangePlan plan(ClusterConnection cluster) {
        if (patch.isPresent()) {
            return plan(cluster, patch.get(), Optional.empty());
        }
        return cluster.specification()
                .map(SharedConfiguration::of)
                .map(SpecifiedConfiguration::new)
                .map(specified -> plan(cluster, specified.patch(), Optional.of(specified)))
                .orElseGet(() -> new ChangePlan(
                        ConfigPatch.empty(), List.of(), List.of(), List.of(), List.of(new Obstacle.NoSpecification())));
    }

    private static ChangePlan plan(
            ClusterConnection cluster, ConfigPatch wanted, Optional<SpecifiedConfiguration> specified) {
        ConfigPlan plan = cluster.patroni().planConfiguration(wanted);
        List<String> unspecified = specified
                .map(values -> values.unspecifiedIn(cluster.patroni().configuration()))
                .orElse(List.of());
        List<ConfigProblem> obstacles =
                plan.problems().stream().filter(ConfigProblem::isObstacle).toList();
        List<ConfigProblem> unknown = plan.problems().stream()
                .filter(problem -> !problem.isObstacle())
                .toList();
        return new ChangePlan(
                wanted,
                plan.changes(),
                unspecified,
                unknown,
                obstacles.isEmpty() ? List.of() : List.of(new Obstacle.InvalidConfiguration(obstacles)));
    }

    @Override
    public ChangeResult run(ClusterConnection cluster, ChangePlan plan, Consumer<? super Void> listener) {
        if (!plan.isPossible()) {
            return new ChangeResult.NotPossible(plan.obstacles());
        }
        if (plan.isNothing()) {
            return new ChangeResult.Unchanged();
        }
        ConfigOutcome outcome = cluster.patroni().configure(plan.patch());
        if (outcome instanceof ConfigOutcome.Changed changed) {
            return new ChangeResult.Changed(changed.changes(), changed.evidence(), changed.effects());
        }
        return outcome instanceof ConfigOutcome.Unchanged
                ? new ChangeResult.Unchanged()
                : new ChangeResult.NotDone(outcome);
    }
}
