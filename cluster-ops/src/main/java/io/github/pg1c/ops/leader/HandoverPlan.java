package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.util.List;
import java.util.Optional;

/**
 * Whose role would go to whom, and what speaks against it.
 *
 * @param leader the leader of now; empty when there is none
 * @param judgement what speaks against the switchover and against each candidate; empty when there is nothing to judge
 * @param obstacles what prevents it
 * @since 0.1
 */
public record HandoverPlan(Optional<String> leader, Optional<SwitchoverPlan> judgement, List<Obstacle> obstacles)
        implements OperationPlan {

    /** Copies the list. */
    public HandoverPlan {
        obstacles = List.copyOf(obstacles);
    }

    /** True when in addition nothing speaks against any member that may take over. */
    public boolean isSafe() {
        return isPossible() && judgement.filter(SwitchoverPlan::isSafe).isPresent();
    }
}
