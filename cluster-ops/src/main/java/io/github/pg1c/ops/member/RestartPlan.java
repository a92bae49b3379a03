package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationPlan;
import io.github.pg1c.patroni.cluster.Member;
import java.util.List;

/**
 * The plan of a rolling restart: members, order, and the reason of the order.
 *
 * @param order the members to restart; none when no restart is pending
 * @param obstacles the reasons that prevent the restart
 * @since 0.1
 */
public record RestartPlan(RestartOrder order, List<Obstacle> obstacles) implements OperationPlan {

    /** Copies the list. */
    public RestartPlan {
        obstacles = List.copyOf(obstacles);
    }

    /** The members to restart, in their order. */
    public List<Member> members() {
        return order.members();
    }

    /** True when the leader is among them, so that sessions end. */
    public boolean cutsSessions() {
        return members().stream().anyMatch(Member::isLeader);
    }

    @Override
    public boolean isNothing() {
        return isPossible() && members().isEmpty();
    }
}
