package io.github.pg1c.patroni.internal.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.config.SynchronousMode;
import io.github.pg1c.patroni.internal.json.JsonValue;
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

/** Judges members by Patroni's own rules, and by what it does not look at. */
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
            obstacles.add(new Refused(RefusalReason.NO_LEADER, "the cluster has no leader"));
        } else if (!leader.get().name().equals(wish.leader())) {
            obstacles.add(new Refused(
                    RefusalReason.LEADER_DIFFERS,
                    "the leader is " + leader.get().name() + ", not " + wish.leader()));
        }
        if (cluster.members().stream().allMatch(Member::isLeader)) {
            obstacles.add(new Refused(RefusalReason.NO_OTHER_MEMBER, "the cluster has no other member"));
        }
        if (cluster.paused() && wish.at().isPresent()) {
            obstacles.add(new Refused(RefusalReason.PAUSED_NO_SCHEDULE, "Patroni is paused and schedules nothing"));
        }
        if (cluster.paused() && wish.candidate().isEmpty()) {
            obstacles.add(new Refused(
                    RefusalReason.PAUSED_NEEDS_CANDIDATE, "Patroni is paused and does not choose a candidate"));
        }
        if (cluster.scheduledSwitchover().isPresent() && !wish.replacing()) {
            obstacles.add(
                    new Refused(RefusalReason.ALREADY_SCHEDULED, "a switchover is scheduled and would be dropped"));
        }
        if (Handover.isLeaving(cluster) && !wish.replacing()) {
            obstacles.add(new Refused(RefusalReason.ALREADY_RUNNING, Handover.LEAVING));
        }
        leader.map(Member::name)
                .flatMap(survey::status)
                .filter(status -> status.is(MemberStatus.Condition.FAILSAFE_MODE)
                        || status.is(MemberStatus.Condition.CLUSTER_UNLOCKED))
                .ifPresent(status -> obstacles.add(new Refused(
                        RefusalReason.DCS_AWAY, "the leader cannot keep the leader lock up, as the DCS is away")));
        return obstacles;
    }

    private Candidate candidate(String name) {
        List<Hindrance> found = new ArrayList<>();
        Member member = cluster.member(name).orElse(null);
        if (member == null) {
            found.add(new Hindrance(Hindrance.Kind.UNKNOWN_MEMBER, "there is no such member"));
            return new Candidate(name, found);
        }
        if (member.isLeader()) {
            found.add(new Hindrance(Hindrance.Kind.IS_LEADER, "it is the leader"));
            return new Candidate(name, found);
        }
        MemberStatus status = survey.status(name).orElse(null);
        running(member, status, found);
        tags(member, found);
        lag(member, found);
        timeline(member, found);
        synchronous(member, found);
        parameters.against(name).forEach(found::add);
        return new Candidate(name, found);
    }

    private void running(Member member, @Nullable MemberStatus status, List<Hindrance> found) {
        if (status == null) {
            String reason = survey.views().stream()
                    .filter(view -> view.name().filter(member.name()::equals).isPresent())
                    .flatMap(view -> view.failure().stream())
                    .findFirst()
                    .map(failure -> ": " + failure)
                    .orElse("");
            found.add(new Hindrance(Hindrance.Kind.NOT_REACHABLE, "its REST API does not answer" + reason));
        } else if (status.is(MemberStatus.Condition.WATCHDOG_FAILED)) {
            found.add(new Hindrance(Hindrance.Kind.WATCHDOG, "its watchdog could not be activated"));
        }
        if (!member.state().isRunning()) {
            found.add(new Hindrance(Hindrance.Kind.NOT_RUNNING, "PostgreSQL is " + member.state()));
        } else if (!cluster.streams(member)) {
            found.add(new Hindrance(Hindrance.Kind.NOT_STREAMING, "it does not stream: " + member.state()));
        }
    }

    private void tags(Member member, List<Hindrance> found) {
        JsonNode nofailover = JsonValue.tree(member.raw()).path("tags").path("nofailover");
        if (isTrue(nofailover)) {
            found.add(new Hindrance(Hindrance.Kind.NOFAILOVER, "it has the tag nofailover"));
        }
        String priority = member.tags().get("failover_priority");
        // Next to nofailover: false the priority does not keep a member from taking over.
        if ((nofailover.isMissingNode() || nofailover.isNull())
                && priority != null
                && priority.matches("-\\d+|0+")
                && (looksAtPriority(member)
                        || cluster.leader().filter(this::looksAtPriority).isPresent())) {
            found.add(new Hindrance(Hindrance.Kind.NO_PRIORITY, "its tag failover_priority is " + priority));
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

    /** As Python takes it: any text but the empty one is true, {@code "false"} as well. */
    private static boolean isTrue(JsonNode value) {
        return value.isTextual() ? !value.textValue().isEmpty() : value.asBoolean(!value.isEmpty());
    }

    private void lag(Member member, List<Hindrance> found) {
        long most = configuration.maximumLagOnFailover();
        if (member.lag() instanceof Lag.Bytes lag) {
            if (lag.count() > most) {
                found.add(new Hindrance(
                        Hindrance.Kind.LAG,
                        "it is " + lag.count() + " bytes behind, more than maximum_lag_on_failover " + most));
            }
        } else {
            found.add(new Hindrance(Hindrance.Kind.LAG_UNKNOWN, "how far it is behind is not known"));
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
                    "it is on timeline " + own + ", the leader on " + leader));
        }
    }

    /** Without a say of the primary nobody takes over in synchronous mode; with quorum commit the members that count vote. */
    private void synchronous(Member member, List<Hindrance> found) {
        SynchronousMode.Kind mode = configuration.synchronousMode().kind();
        Role.Kind role = member.role().kind();
        if (configuration.isStandbyCluster() || role == Role.Kind.SYNC_STANDBY || role == Role.Kind.QUORUM_STANDBY) {
            return;
        }
        if (mode == SynchronousMode.Kind.ON) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_SYNCHRONOUS, "synchronous_mode is on, and the primary does not wait for it"));
        } else if (mode == SynchronousMode.Kind.QUORUM) {
            found.add(new Hindrance(
                    Hindrance.Kind.NOT_IN_QUORUM, "synchronous_mode is quorum, and the primary does not count on it"));
        }
    }
}
