package io.github.pg1c.ops.member;

import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.Polling;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A rolling restart: restarts PostgreSQL on one member after the other, each only when the one before it is back, and
 * ends at the first failure. A standby is back when it streams, a leader when it runs and still leads.
 *
 * <pre>{@code
 * RestartResult result = RestartMembers.of(MemberChoice.all()).onlyPending().run(cluster, event -> log(event));
 * }</pre>
 *
 * @param choice the chosen members
 * @param pending whether to restart only members with parameters that wait for a restart
 * @param olderThan restarts only members with a PostgreSQL older than this version, as {@code 17.2}
 * @param at the time; now if empty
 * @param startTimeout the time limit for the start of PostgreSQL, at least a second; Patroni's default if empty
 * @param patience the time limit for a member to be back
 * @since 0.1
 */
public record RestartMembers(
        MemberChoice choice,
        boolean pending,
        Optional<String> olderThan,
        Optional<OffsetDateTime> at,
        Optional<Duration> startTimeout,
        Duration patience)
        implements PlannedOperation<RestartPlan, RestartEvent, RestartResult> {

    /** The default time limit for a member to be back. */
    public static final Duration PATIENCE = Duration.ofMinutes(2);

    /** A restart of these members now, with or without a pending restart. */
    public static RestartMembers of(MemberChoice choice) {
        return new RestartMembers(choice, false, Optional.empty(), Optional.empty(), Optional.empty(), PATIENCE);
    }

    /** The same for members whose changed parameters wait for a restart. */
    public RestartMembers onlyPending() {
        return new RestartMembers(choice, true, olderThan, at, startTimeout, patience);
    }

    /** The same for members whose PostgreSQL is older than this version. */
    public RestartMembers olderThan(String version) {
        return new RestartMembers(choice, pending, Optional.of(version), at, startTimeout, patience);
    }

    /** The same, scheduled by Patroni. */
    public RestartMembers at(OffsetDateTime time) {
        return new RestartMembers(choice, pending, olderThan, Optional.of(time), startTimeout, patience);
    }

    /** The same with a limit for the start of PostgreSQL. */
    public RestartMembers startingWithin(Duration time) {
        return new RestartMembers(choice, pending, olderThan, at, Optional.of(time), patience);
    }

    /** The same with another time limit for members to be back. */
    public RestartMembers within(Duration time) {
        return new RestartMembers(choice, pending, olderThan, at, startTimeout, time);
    }

    @Override
    public RestartPlan plan(ClusterConnection cluster) {
        Survey survey = cluster.patroni().survey();
        MemberChoice.Chosen chosen = choice.in(survey.cluster().orElseGet(cluster.patroni()::cluster));
        RestartOrder order = RestartOrder.of(chosen.members());
        List<Member> members = order.members().stream()
                .filter(member -> !pending || waits(survey, member))
                .toList();
        return new RestartPlan(new RestartOrder(members, order.lowered()), chosen.obstacles());
    }

    @Override
    public RestartResult run(ClusterConnection cluster, RestartPlan plan, Consumer<? super RestartEvent> listener) {
        if (!plan.isPossible()) {
            return new RestartResult.NotPossible(plan.obstacles());
        }
        if (plan.isNothing()) {
            return new RestartResult.NothingToDo();
        }
        List<String> done = new ArrayList<>();
        List<String> left =
                new ArrayList<>(plan.members().stream().map(Member::name).toList());
        for (Member member : plan.members()) {
            String name = member.name();
            left.remove(name);
            RestartOutcome outcome = cluster.patroni().restart(member.apiUrl().orElseThrow(), request());
            if (outcome instanceof RestartOutcome.Restarted restarted) {
                listener.accept(new RestartEvent.Restarted(name, restarted.evidence()));
                Optional<Sighting> missing = awaitBack(cluster, name);
                if (missing.isPresent()) {
                    return new RestartResult.NotBack(name, missing.get(), done, left);
                }
                listener.accept(new RestartEvent.Back(name));
            } else if (outcome instanceof RestartOutcome.Scheduled scheduled) {
                listener.accept(new RestartEvent.Scheduled(name, scheduled.at()));
            } else if (isNotNeeded(outcome)) {
                listener.accept(new RestartEvent.NotNeeded(name));
            } else {
                return new RestartResult.Stopped(name, outcome, done, left);
            }
            done.add(name);
        }
        return new RestartResult.Done(done, at.isPresent());
    }

    /** The member's own answer is newer than the list, which may be a loop old. */
    private static boolean waits(Survey survey, Member member) {
        return survey.status(member.name())
                .map(own -> own.is(MemberStatus.Condition.PENDING_RESTART))
                .orElse(member.pendingRestart());
    }

    private boolean isNotNeeded(RestartOutcome outcome) {
        return outcome instanceof Refused refused
                && refused.reason() == RefusalReason.CONDITIONS_NOT_MET
                && (pending || olderThan.isPresent());
    }

    private Optional<Sighting> awaitBack(ClusterConnection connection, String name) {
        return new Polling(connection.waiting(), patience)
                .missing(() -> Sighting.missing(connection, name, RestartMembers::isBack), Sighting.OutOfSight::new);
    }

    private static boolean isBack(ClusterState cluster, Member member) {
        return member.isLeader() ? member.state().isRunning() : cluster.replicates(member);
    }

    private Restart request() {
        Restart restart = pending ? Restart.now().ifPending() : Restart.now();
        if (olderThan.isPresent()) {
            restart = restart.ifOlderThan(olderThan.get());
        }
        if (startTimeout.isPresent()) {
            restart = restart.within(startTimeout.get());
        }
        if (choice.role().filter(MemberRole.REPLICA::equals).isPresent()) {
            restart = restart.ifRole(Restart.RestartRole.REPLICA);
        } else if (choice.role().filter(MemberRole.PRIMARY::equals).isPresent()) {
            restart = restart.ifRole(Restart.RestartRole.PRIMARY);
        }
        return at.isPresent() ? restart.at(at.get()) : restart;
    }
}
