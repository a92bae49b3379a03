package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks candidates by Patroni's own rules, and by further ones that Patroni does not have. */
public final class Preflight {
    private final Survey survey;
    private final ClusterState cluster;
    private final DynamicConfiguration configuration;
    private final PendingParameters parameters;

    public Preflight(Survey survey, ClusterState cluster, DynamicConfiguration configuration) {
        this.survey = survey;
        this.cluster = cluster;
        this.configuration = configuration;
        this.parameters = new PendingParameters(cluster, survey);
    }

    public SwitchoverPlan plan(Switchover wish) {
        List<String> considered = wish.candidate()
                .map(List::of)
                .orElseGet(() -> cluster.members().stream()
                        .filter(member -> !member.isLeader())
                        .map(Member::name)
                        .toList());
        return new SwitchoverPlan(wish, considered.stream().map(this::candidate).toList(), obstacles(wish));
    }

    private List<Refused> obstacles(Switchover wish) {
        List<Refused> obstacles = new ArrayList<>();
        Optional<Member> leader = cluster.leader();
        if (leader.isEmpty()) {
            obstacles.add(new Refused(
                    RefusalReason.NO_LEADER, Text.of("the cluster has no leader", "в кластере нет лидера")));
        } else if (!leader.get().name().equals(wish.leader())) {
            obstacles.add(new Refused(
                    RefusalReason.LEADER_DIFFERS,
                    Handover.differentLeader(leader.get().name(), wish.leader())));
        }
        if (cluster.members().stream().allMatch(Member::isLeader)) {
            obstacles.add(new Refused(
                    RefusalReason.NO_OTHER_MEMBER,
                    Text.of("the cluster has no other member", "в кластере нет других узлов")));
        }
        if (cluster.paused() && wish.at().isPresent()) {
            obstacles.add(new Refused(
                    RefusalReason.PAUSED_NO_SCHEDULE,
                    Text.of("Patroni is paused and schedules nothing", "Patroni приостановлен и ничего не планирует")));
        }
        if (cluster.paused() && wish.candidate().isEmpty()) {
            obstacles.add(new Refused(
                    RefusalReason.PAUSED_NEEDS_CANDIDATE,
                    Text.of(
                            "Patroni is paused and does not choose a candidate",
                            "Patroni приостановлен и не выбирает кандидата")));
        }
        if (cluster.scheduledSwitchover().isPresent() && !wish.replacing()) {
            obstacles.add(new Refused(
                    RefusalReason.ALREADY_SCHEDULED,
                    Text.of(
                            "a switchover is scheduled and would be dropped",
                            "уже запланировано переключение, оно было бы отменено")));
        }
        if (Handover.isLeaving(cluster) && !wish.replacing()) {
            obstacles.add(new Refused(RefusalReason.ALREADY_RUNNING, Handover.LEAVING));
        }
        leader.map(Member::name)
                .flatMap(survey::status)
                .filter(status -> status.is(MemberStatus.Condition.FAILSAFE_MODE)
                        || status.is(MemberStatus.Condition.CLUSTER_UNLOCKED))
                .ifPresent(status -> obstacles.add(new Refused(
                        RefusalReason.DCS_AWAY,
                        Text.of(
                                "the leader cannot keep the leader lock up, as the DCS is away",
                                "лидер не может удержать блокировку лидера: DCS недоступен"))));
        return obstacles;
    }

    private Candidate candidate(String name) {
        List<Hindrance> found = new ArrayList<>();
        Member member = cluster.member(name).orElse(null);
        if (member == null) {
            found.add(new Hindrance(
                    Hindrance.Kind.UNKNOWN_MEMBER, Text.of("there is no such member", "такого узла нет")));
            return new Candidate(name, found);
        }
        if (member.isLeader()) {
            found.add(new Hindrance(Hindrance.Kind.IS_LEADER, Text.of("it is the leader", "он и есть лидер")));
            return new Candidate(name, found);
        }
        MemberStatus status = survey.status(name).orElse(null);
        running(member, status, found);
        if (status != null) {
            cluster.contradictions(member, status)
                    .forEach(
                            differs -> found.add(new Hindrance(Hindrance.Kind.OWN_ANSWER_DIFFERS, differs.sentence())));
        }
        tags(member, found);
        lag(member, found);
        timeline(member, found);
        synchronous(member, found);
        parameters.against(name).forEach(found::add);
        return new Candidate(name, found);
    }

    private void running(Member member, @Nullable MemberStatus status, List<Hindrance> found) {
        if (status == null) {
            Text reason = survey.views().stream()
                    .filter(view -> view.name().filter(member.name()::equals).isPresent())
                    .flatMap(view -> view.explanation().stream())
                    .findFirst()
                    .map(failure -> Text.of(": " + failure.en(), ": " + failure.ru()))
                    .orElse(Text.same(""));
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_REACHABLE,
                    Text.of("its REST API does not answer" + reason.en(), "его REST API не отвечает" + reason.ru())));
        } else if (status.is(MemberStatus.Condition.WATCHDOG_FAILED)) {
            found.add(new Hindrance(
                    Hindrance.Kind.WATCHDOG,
                    Text.of("its watchdog could not be activated", "его watchdog не включился")));
        }
        MemberState state = status != null && member.state().isRunning() ? status.state() : member.state();
        if (!state.isRunning()) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_RUNNING,
                    Text.of("PostgreSQL is " + state, "состояние PostgreSQL — «" + state + "»")));
        } else if (!cluster.streams(member)) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_STREAMING,
                    Text.of(
                            "it does not stream: " + member.state(),
                            "он не получает поток WAL: «" + member.state() + "»")));
        }
    }

    private void tags(Member member, List<Hindrance> found) {
        JsonNode nofailover = JsonPiece.tree(member.raw()).path("tags").path("nofailover");
        if (isTrue(nofailover)) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOFAILOVER, Text.of("it has the tag nofailover", "у него тег nofailover")));
        }
        String priority = member.tags().get("failover_priority");
        // With nofailover: false the priority does not prevent a takeover.
        if ((nofailover.isMissingNode() || nofailover.isNull())
                && priority != null
                && priority.matches("-\\d+|0+")
                && (looksAtPriority(member)
                        || cluster.leader().filter(this::looksAtPriority).isPresent())) {
            found.add(new Hindrance(
                    Hindrance.Kind.NO_PRIORITY,
                    Text.of(
                            "its tag failover_priority is " + priority,
                            "его тег failover_priority равен " + priority)));
        }
    }

    /** Before Patroni 3.2 it is a tag like any other. */
    private boolean looksAtPriority(Member member) {
        return survey.status(member.name())
                .flatMap(status -> status.patroni().version())
                .flatMap(PatroniVersion::parse)
                .map(Feature.FAILOVER_PRIORITY::isIn)
                .orElse(true);
    }

    /** The truth of a value in Python: any text but the empty one is true, {@code "false"} included. */
    private static boolean isTrue(JsonNode value) {
        return value.isTextual() ? !value.textValue().isEmpty() : value.asBoolean(!value.isEmpty());
    }

    private void lag(Member member, List<Hindrance> found) {
        long most = configuration.maximumLagOnFailover();
        if (member.lag() instanceof Lag.Bytes lag) {
            if (lag.count() > most) {
                found.add(new Hindrance(
                        Hindrance.Kind.LAG,
                        Text.of(
                                "it is " + lag.count() + " bytes behind, more than maximum_lag_on_failover " + most,
                                "он отстаёт на " + lag.count() + " байт, больше maximum_lag_on_failover " + most)));
            }
        } else {
            found.add(new Hindrance(
                    Hindrance.Kind.LAG_UNKNOWN,
                    Text.of("how far it is behind is not known", "его отставание неизвестно")));
        }
    }

    private void timeline(Member member, List<Hindrance> found) {
        int leader = cluster.leader().map(l -> l.timeline().orElse(0)).orElse(0);
        int own = member.timeline().orElse(0);
        if (leader > 0 && own > 0 && own != leader) {
            found.add(new Hindrance(
                    configuration.checkTimeline() && own < leader
                            ? Hindrance.Kind.TIMELINE
                            : Hindrance.Kind.OTHER_TIMELINE,
                    Text.of(
                            "it is on timeline " + own + ", the leader on " + leader,
                            "он на линии времени " + own + ", а лидер на " + leader)));
        }
    }

    /**
     * In synchronous mode only a standby that the primary has named may take over; with quorum commit the counted
     * members vote.
     */
    private void synchronous(Member member, List<Hindrance> found) {
        SynchronousMode.Kind mode = configuration.synchronousMode().kind();
        Role.Kind role = member.role().kind();
        if (configuration.isStandbyCluster() || role == Role.Kind.SYNC_STANDBY || role == Role.Kind.QUORUM_STANDBY) {
            return;
        }
        if (mode == SynchronousMode.Kind.ON) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_SYNCHRONOUS,
                    Text.of(
                            "synchronous_mode is on, and the primary does not wait for it",
                            "synchronous_mode включён, а лидер его не ждёт")));
        } else if (mode == SynchronousMode.Kind.QUORUM) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_IN_QUORUM,
                    Text.of(
                            "synchronous_mode is quorum, and the primary does not count on it",
                            "synchronous_mode — quorum, а лидер его не учитывает")));
        }
    }
}
