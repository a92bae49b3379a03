package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Hands over the leader's role to a healthy member, and waits until the others stream from the new leader. The sessions
 * of the old leader end.
 *
 * <pre>{@code
 * HandoverPlan plan = SwitchOver.to("pg2").plan(cluster);
 * plan.judgement().ifPresent(judged -> log(judged.explanation().en()));
 * }</pre>
 *
 * @param leader the required current leader; any member if empty
 * @param candidate the new leader; chosen by Patroni if empty
 * @param at the time; now if empty
 * @param replacing whether to drop a switchover that is scheduled or under way
 * @param patience the time limit for the others to stream from the new leader
 * @since 0.1
 */
public record SwitchOver(
        Optional<String> leader,
        Optional<String> candidate,
        Optional<OffsetDateTime> at,
        boolean replacing,
        Duration patience)
        implements PlannedOperation<HandoverPlan, HandoverEvent, HandoverResult> {

    /** The default time limit for the others to stream from the new leader. */
    public static final Duration PATIENCE = HandoverEnd.PATIENCE;

    /** A switchover now, to a member that Patroni chooses. */
    public static SwitchOver toAnyone() {
        return new SwitchOver(Optional.empty(), Optional.empty(), Optional.empty(), false, PATIENCE);
    }

    /** A switchover now, to this member. */
    public static SwitchOver to(String member) {
        return new SwitchOver(Optional.empty(), Optional.of(member), Optional.empty(), false, PATIENCE);
    }

    /** The same, if this member leads. */
    public SwitchOver from(String member) {
        return new SwitchOver(Optional.of(member), candidate, at, replacing, patience);
    }

    /** The same, scheduled by Patroni. */
    public SwitchOver at(OffsetDateTime time) {
        return new SwitchOver(leader, candidate, Optional.of(time), replacing, patience);
    }

    /** The same in place of one that is scheduled or under way. */
    public SwitchOver replacingOthers() {
        return new SwitchOver(leader, candidate, at, true, patience);
    }

    /** The same with another limit. */
    public SwitchOver within(Duration time) {
        return new SwitchOver(leader, candidate, at, replacing, time);
    }

    @Override
    public HandoverPlan plan(ClusterConnection cluster) {
        Optional<String> current = cluster.patroni().cluster().leader().map(Member::name);
        Optional<String> from = leader.or(() -> current);
        if (from.isEmpty()) {
            return new HandoverPlan(from, Optional.empty(), List.of(new Obstacle.NoLeader()));
        }
        SwitchoverPlan judgement = cluster.patroni().plan(request(from.get()));
        return new HandoverPlan(
                from,
                Optional.of(judgement),
                judgement.isPossible() ? List.of() : List.of(new Obstacle.NobodyCanTakeOver(judgement)));
    }

    @Override
    public HandoverResult run(ClusterConnection cluster, HandoverPlan plan, Consumer<? super HandoverEvent> listener) {
        if (!plan.isPossible()) {
            return new HandoverResult.NotPossible(plan.obstacles());
        }
        Switchover request = request(plan.leader().orElseThrow());
        return new HandoverEnd(cluster, plan.leader(), patience, listener)
                .of(cluster.patroni().switchover(request));
    }

    private Switchover request(String from) {
        Switchover request = Switchover.from(from);
        if (candidate.isPresent()) {
            request = request.to(candidate.get());
        }
        if (at.isPresent()) {
            request = request.at(at.get());
        }
        return replacing ? request.replacingOthers() : request;
    }
}
