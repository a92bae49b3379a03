package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.util.List;
import java.util.Optional;

/**
 * The plan of a switchover or failover, with the reasons against it.
 *
 * @param leader the current leader; empty when there is none
 * @param judgement the reasons against the switchover and against each candidate; empty without a leader
 * @param obstacles the reasons that prevent it
 * @since 0.1
 */
public record HandoverPlan(Optional<String> leader, Optional<SwitchoverPlan> judgement, List<Obstacle> obstacles)
        implements OperationPlan {

    /** Copies the list. */
    public HandoverPlan {
        obstacles = List.copyOf(obstacles);
    }

    /** True when in addition no member that may take over has a hindrance. */
    public boolean isSafe() {
        return isPossible() && judgement.filter(SwitchoverPlan::isSafe).isPresent();
    }
}
