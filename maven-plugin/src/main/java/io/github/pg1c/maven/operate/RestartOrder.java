package io.github.pg1c.maven.operate;

import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order members are restarted. A standby does not run with less room for connections, locks or workers than its primary, so a larger
 * value goes to the standbys first and a smaller one to the primary first; otherwise the leader comes last, as it interrupts the users.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: administrator's overview of hot standby</a>
 */
final class RestartOrder {

    private RestartOrder() {}

    static List<Member> of(List<Member> members) {
        List<Member> leaders = members.stream().filter(Member::isLeader).toList();
        List<Member> standbys =
                members.stream().filter(member -> !member.isLeader()).toList();
        boolean leaderFirst = leaders.stream()
                .flatMap(leader -> leader.pendingRestartReasons().stream())
                .anyMatch(RestartOrder::isLowered);
        List<Member> order = new ArrayList<>(leaderFirst ? leaders : standbys);
        order.addAll(leaderFirst ? standbys : leaders);
        return order;
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
