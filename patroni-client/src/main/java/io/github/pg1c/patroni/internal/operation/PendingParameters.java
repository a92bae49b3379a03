package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.operation.Hindrance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parameters that a standby must not set lower than its primary, because PostgreSQL then stops. Members differ while a
 * change waits for restarts.
 *
 * @see <a href="https://www.postgresql.org/docs/current/hot-standby.html#HOT-STANDBY-ADMIN">PostgreSQL: administrator's
 *     overview of hot standby</a>
 */
final class PendingParameters {
    static final Set<String> SHARED_MEMORY = Set.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_prepared_transactions",
            "max_wal_senders",
            "max_worker_processes");

    private final List<String> members;
    private final Map<String, String> newValues = new TreeMap<>();
    private final Map<String, Map<String, String>> oldValues = new TreeMap<>();
    private final List<String> unexplained = new ArrayList<>();

    PendingParameters(ClusterState cluster, Survey survey) {
        members = cluster.members().stream().map(Member::name).toList();
        for (Member member : cluster.members()) {
            Optional<MemberStatus> status = survey.status(member.name());
            // The member itself is more current than the DCS.
            List<ParameterChange> reasons =
                    status.map(MemberStatus::pendingRestartReasons).orElse(member.pendingRestartReasons());
            boolean pending = status.map(s -> s.is(MemberStatus.Condition.PENDING_RESTART))
                    .orElse(member.pendingRestart());
            if (pending && reasons.isEmpty()) {
                unexplained.add(member.name());
            }
            for (ParameterChange change : reasons) {
                if (SHARED_MEMORY.contains(change.name())) {
                    newValues.put(change.name(), change.newValue());
                    oldValues
                            .computeIfAbsent(change.name(), name -> new TreeMap<>())
                            .put(member.name(), change.oldValue());
                }
            }
        }
    }

    /** The hindrances of this member as the primary. */
    List<Hindrance> against(String candidate) {
        List<Hindrance> found = new ArrayList<>();
        newValues.forEach((parameter, newValue) -> {
            long own = inForce(parameter, candidate, newValue);
            List<String> stopped = members.stream()
                    .filter(other -> inForce(parameter, other, newValue) < own)
                    .toList();
            if (!stopped.isEmpty()) {
                found.add(new Hindrance(
                        Hindrance.Kind.STOPS_STANDBYS,
                        Text.of(
                                parameter + " is " + own + " there and less on " + String.join(", ", stopped)
                                        + ", which would stop as standbys: restart them first",
                                parameter + " там " + own + ", а на " + String.join(", ", stopped)
                                        + " меньше, и как реплики они остановятся: сначала перезапустите их")));
            }
        });
        if (!unexplained.isEmpty() && unexplained.size() < members.size()) {
            found.add(new Hindrance(
                    Hindrance.Kind.PENDING_RESTART,
                    Text.of(
                            "changed parameters wait for a restart on " + String.join(", ", unexplained) + " only",
                            "изменённые параметры ждут перезапуска только на " + String.join(", ", unexplained))));
        }
        return found;
    }

    private long inForce(String parameter, String member, String newValue) {
        String value = oldValues.getOrDefault(parameter, Map.of()).getOrDefault(member, newValue);
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            // Without a number there is nothing to compare.
            return 0;
        }
    }
}
