package io.github.pg1c.ops.member;

import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * The order of restarts, and its reason. A standby does not run with lower limits for connections, locks or workers
 * than its primary. Standbys therefore restart first for a raised limit, the primary first for a lowered one. Otherwise
 * the leader is last, because its restart interrupts users.
 *
 * @param members the members in order
 * @param lowered the lowered limits, for which the leader is first; empty when it is last
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: administrator's
 *     overview of hot standby</a>
 * @since 0.1
 */
public record RestartOrder(List<Member> members, List<ParameterChange> lowered) {

    /** Copies the lists. */
    public RestartOrder {
        members = List.copyOf(members);
        lowered = List.copyOf(lowered);
    }

    /** True when the leader is restarted before the standbys, because a limit is lowered. */
    public boolean leaderFirst() {
        return !lowered.isEmpty();
    }

    static RestartOrder of(List<Member> members) {
        List<Member> leaders = members.stream().filter(Member::isLeader).toList();
        List<Member> standbys =
                members.stream().filter(member -> !member.isLeader()).toList();
        List<ParameterChange> lowered = leaders.stream()
                .flatMap(leader -> leader.pendingRestartReasons().stream())
                .filter(RestartOrder::isLowered)
                .toList();
        List<Member> order = new ArrayList<>(lowered.isEmpty() ? standbys : leaders);
        order.addAll(lowered.isEmpty() ? leaders : standbys);
        return new RestartOrder(order, lowered);
    }

    private static boolean isLowered(ParameterChange change) {
        try {
            return ParameterCatalogue.standbyLimits().contains(change.name())
                    && Long.parseLong(change.newValue()) < Long.parseLong(change.oldValue());
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
