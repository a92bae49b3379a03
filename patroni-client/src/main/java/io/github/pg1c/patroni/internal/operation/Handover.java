package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.Exchange;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.internal.http.Withheld;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.Timestamps;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.protocol.Capabilities;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Sends switchovers and failovers once, and observes the cluster when the answer leaves the outcome open. */
public final class Handover {
    static final Text LEAVING =
            Text.of("the leader is handing over or stopping already", "лидер уже передаёт роль или останавливается");

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Connection connection;
    private final ClusterQueries queries;

    public Handover(Connection connection) {
        this.connection = connection;
        this.queries = new ClusterQueries(connection);
    }

    public SwitchoverOutcome switchover(Switchover asked) {
        ObjectNode body = Json.newObject().put("leader", asked.leader());
        asked.candidate().ifPresent(candidate -> body.put("candidate", candidate));
        asked.at().ifPresent(at -> body.put("scheduled_at", Timestamps.write(at)));
        return handOver("switchover", asked, Optional.of(asked.leader()), body.toString());
    }

    public SwitchoverOutcome failover(Failover asked) {
        // Without the leader, because Patroni 3.2 and later treats a failover with a leader as a switchover.
        ObjectNode body = Json.newObject().put("candidate", asked.candidate());
        Switchover same =
                new Switchover(asked.candidate(), Optional.of(asked.candidate()), Optional.empty(), asked.replacing());
        return handOver("failover", same, Optional.empty(), body.toString());
    }

    public CancelOutcome cancel() {
        Exchange reply = new Recipients(connection)
                .sendToAny(
                        "DELETE",
                        "switchover",
                        connection.seeds(),
                        null,
                        Duration.ofSeconds(10).plus(connection.slack()),
                        Optional.empty())
                .reply();
        return CancelAnswer.outcome(
                reply,
                connection.deadline(CancelAnswer.PATIENCE),
                () -> queries.visibleCluster()
                        .filter(c -> c.scheduledSwitchover().isEmpty())
                        .isPresent());
    }

    /** One handover at a time from this client, because Patroni does not show running ones. */
    private SwitchoverOutcome handOver(String path, Switchover asked, Optional<String> leader, String body) {
        if (leader.isPresent() && leader.equals(asked.candidate())) {
            return new Refused(
                    RefusalReason.SAME_MEMBER,
                    Text.of(
                            asked.leader() + " is to hand over to itself",
                            asked.leader() + " должен передать роль самому себе"));
        }
        boolean first = connection.handingOver().compareAndSet(false, true);
        if (!first && !asked.replacing()) {
            return new Refused(
                    RefusalReason.ALREADY_RUNNING,
                    Text.of("this client is following another one", "этот клиент уже следит за другим переключением"));
        }
        try {
            return alone(path, asked, leader, body);
        } finally {
            if (first) {
                connection.handingOver().set(false);
            }
        }
    }

    private SwitchoverOutcome alone(String path, Switchover asked, Optional<String> leader, String body) {
        ClusterState before;
        try {
            before = queries.cluster();
        } catch (PatroniException e) {
            return new NoResponse(
                    Text.of(
                            "not sent, as the cluster cannot be seen: " + e.getMessage(),
                            "не отправлено, так как кластера не видно: "
                                    + e.explanation().ru()),
                    Delivery.NOT_SENT,
                    Optional.empty());
        }
        Refused refused = refusal(before, leader, asked);
        if (refused != null) {
            return refused;
        }
        Optional<DynamicConfiguration> configuration = queries.visibleConfiguration();
        if (leader.isEmpty() && wouldFailBefore32(before, asked.candidate(), configuration)) {
            return new Refused(
                    RefusalReason.NOT_IN_THIS_VERSION,
                    Text.of(
                            "before Patroni 3.2 a failover to a standby that is not synchronous"
                                    + " fails while the cluster is",
                            "до Patroni 3.2 в синхронном кластере"
                                    + " нельзя аварийно переключиться на несинхронную реплику"));
        }
        Optional<String> old = leader.or(() -> before.leader().map(Member::name));
        Duration loopWait = ClusterQueries.loopWait(configuration);
        List<HttpUrl> targets = targets(before, asked.candidate(), leader.isPresent());
        Exchange reply = new Recipients(connection)
                .sendToAny("POST", path, targets, body, patience(loopWait), before.scope())
                .reply();
        if (reply instanceof Withheld withheld) {
            return withheld.refused();
        }
        if (reply instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            if (noAnswer.delivery() == Delivery.NOT_SENT) {
                return OperationAnswer.noResponse(noAnswer);
            }
            Optional<SwitchoverOutcome> seen = follow(asked, old, loopWait);
            return seen.orElseGet(() -> new NoResponse(noAnswer.reason(), Delivery.MAYBE_SENT, queries.observe()));
        }
        OperationAnswer verdict = OperationAnswer.of((Answer) reply);
        SwitchoverOutcome outcome = SwitchoverAnswer.read(verdict, asked);
        if (outcome instanceof SwitchoverOutcome.Failed failed) {
            // Patroni checks its key and the leader one after the other; the state of the cluster decides.
            Optional<String> now =
                    queries.visibleCluster().flatMap(ClusterState::leader).map(Member::name);
            return now.isPresent() && old.isPresent() && !now.equals(old)
                    ? SwitchoverAnswer.completed(now.get(), asked.candidate(), Evidence.OBSERVATION)
                    : new SwitchoverOutcome.Failed(failed.text(), now);
        }
        if (outcome != null) {
            return outcome;
        }
        return follow(asked, old, loopWait)
                .orElseGet(() -> new SwitchoverOutcome.StatusUnknown(verdict.text(), queries.observe()));
    }

    /**
     * Refuses a handover beside another one. Patroni does not, and shows a running switchover only in the state of the
     * leader.
     */
    private static @Nullable Refused refusal(ClusterState cluster, Optional<String> from, Switchover asked) {
        Optional<Member> leader = cluster.leader();
        if (leader.map(Member::name).equals(asked.candidate())
                && asked.candidate().isPresent()) {
            return new Refused(
                    RefusalReason.SAME_MEMBER,
                    Text.of(
                            asked.candidate().get() + " is the leader already",
                            asked.candidate().get() + " уже лидер"));
        }
        if (from.isPresent() && leader.isEmpty()) {
            return new Refused(
                    RefusalReason.NO_LEADER,
                    Text.of(
                            "the cluster has no leader to hand over from",
                            "в кластере нет лидера, который передал бы роль"));
        }
        if (from.isPresent() && leader.filter(l -> l.name().equals(from.get())).isEmpty()) {
            // Refused here, too, because an observation afterwards would mistake the other leader for the new one.
            return new Refused(
                    RefusalReason.LEADER_DIFFERS,
                    differentLeader(leader.map(Member::name).orElse(""), from.get()));
        }
        for (Optional<String> name : List.of(from, asked.candidate())) {
            List<Member> alike = name.flatMap(cluster::member)
                    .flatMap(Member::apiUrl)
                    .map(cluster::at)
                    .orElse(List.of());
            if (alike.size() > 1) {
                return Recipients.shared(alike);
            }
        }
        if (asked.replacing()) {
            return null;
        }
        if (cluster.scheduledSwitchover().isPresent()) {
            ScheduledSwitchover other = cluster.scheduledSwitchover().get();
            return new Refused(
                    RefusalReason.ALREADY_SCHEDULED,
                    Text.of(
                            "a switchover is scheduled"
                                    + other.at().map(at -> " at " + at).orElse("") + "; it would be dropped",
                            "уже запланировано переключение"
                                    + other.at().map(at -> " на " + at).orElse("") + "; оно было бы отменено"));
        }
        return from.isPresent() && isLeaving(cluster) ? new Refused(RefusalReason.ALREADY_RUNNING, LEAVING) : null;
    }

    static Text differentLeader(String actual, String asked) {
        return Text.of("the leader is " + actual + ", not " + asked, "лидер — " + actual + ", а не " + asked);
    }

    static boolean isLeaving(ClusterState cluster) {
        return cluster.members().stream().anyMatch(member -> member.role().kind() == Role.Kind.DEMOTED)
                || cluster.leader()
                        .filter(member -> member.state().kind() == MemberState.Kind.STOPPING)
                        .isPresent();
    }

    private boolean wouldFailBefore32(
            ClusterState cluster, Optional<String> candidate, Optional<DynamicConfiguration> configuration) {
        boolean synchronous = configuration
                .filter(c -> !c.isStandbyCluster() && c.synchronousMode().kind() == SynchronousMode.Kind.ON)
                .isPresent();
        // Every release refuses an unknown name.
        boolean asynchronous = candidate
                .flatMap(cluster::member)
                .filter(member -> member.role().kind() != Role.Kind.SYNC_STANDBY)
                .isPresent();
        if (!synchronous || !asynchronous || cluster.leader().isEmpty()) {
            return false;
        }
        Capabilities capabilities = queries.capabilities();
        return capabilities.lowest().isPresent() && !capabilities.has(Feature.STRICT_HANDOVER);
    }

    /** The addresses for a request. A failover goes to the candidate first, because a leader may be unhealthy. */
    private List<HttpUrl> targets(ClusterState cluster, Optional<String> candidate, boolean fromLeader) {
        Optional<HttpUrl> leader = cluster.leader().flatMap(Connection::api);
        Set<HttpUrl> targets = new LinkedHashSet<>();
        if (fromLeader) {
            leader.ifPresent(targets::add);
        }
        candidate.flatMap(cluster::member).flatMap(Connection::api).ifPresent(targets::add);
        targets.addAll(connection.seeds());
        return new ArrayList<>(targets);
    }

    /** The time limit of a handover: the time for which Patroni follows it, and the slack. */
    private Duration patience(Duration loopWait) {
        return rounds(loopWait).plus(connection.slack());
    }

    public static Duration rounds(Duration loopWait) {
        return Duration.ofSeconds(2 * Math.max(10, loopWait.toSeconds()));
    }

    /** Observes the cluster until it shows an outcome, for two loops at most. */
    private Optional<SwitchoverOutcome> follow(Switchover asked, Optional<String> old, Duration loopWait) {
        Deadline deadline = connection.deadline(rounds(loopWait));
        do {
            Optional<SwitchoverOutcome> outcome =
                    queries.visibleCluster().flatMap(cluster -> shown(cluster, asked, old));
            if (outcome.isPresent()) {
                return outcome;
            }
        } while (deadline.pause(LOOK_AGAIN));
        return Optional.empty();
    }

    private static Optional<SwitchoverOutcome> shown(ClusterState cluster, Switchover asked, Optional<String> old) {
        if (asked.at().isPresent()) {
            Instant wanted = Timestamps.python(asked.at().get()).toInstant();
            return cluster.scheduledSwitchover()
                    .filter(s -> s.to().equals(asked.candidate()))
                    .flatMap(ScheduledSwitchover::at)
                    .filter(at -> at.toInstant().equals(wanted))
                    .map(at -> new SwitchoverOutcome.Scheduled(at, Evidence.OBSERVATION));
        }
        // Without a leader before, a new leader proves nothing, but the candidate as the leader does.
        return cluster.leader()
                .filter(leader -> leader.state().isRunning())
                .map(Member::name)
                .filter(now -> old.isPresent()
                        ? !now.equals(old.get())
                        : asked.candidate().filter(now::equals).isPresent())
                .map(now -> SwitchoverAnswer.completed(now, asked.candidate(), Evidence.OBSERVATION));
    }
}
