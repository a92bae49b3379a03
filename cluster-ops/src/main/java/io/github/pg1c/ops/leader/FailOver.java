package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.PlannedOperation;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Makes a member the leader although there is no healthy one, or although it is not synchronous, and waits until the
 * others stream from it. Transactions that the member has not received are lost.
 *
 * @param candidate the new leader
 * @param replacing whether to drop a switchover that is scheduled or under way
 * @param patience the time limit for the others to stream from the new leader
 * @since 0.1
 */
public record FailOver(String candidate, boolean replacing, Duration patience)
        implements PlannedOperation<HandoverPlan, HandoverEvent, HandoverResult> {

    /** The default time limit for the others to stream from the new leader. */
    public static final Duration PATIENCE = HandoverEnd.PATIENCE;

    /** Hindrances that a failover accepts: those of an asynchronous member, and of one with an unknown state. */
    private static final Set<Hindrance.Kind> ACCEPTED = EnumSet.of(
            Hindrance.Kind.NOT_SYNCHRONOUS,
            Hindrance.Kind.NOT_IN_QUORUM,
            Hindrance.Kind.LAG,
            Hindrance.Kind.LAG_UNKNOWN,
            Hindrance.Kind.TIMELINE,
            Hindrance.Kind.OTHER_TIMELINE,
            Hindrance.Kind.NOT_STREAMING);

    /** A failover to this member. */
    public static FailOver to(String member) {
        return new FailOver(member, false, PATIENCE);
    }

    /** The same in place of a switchover that is scheduled or under way. */
    public FailOver replacingOthers() {
        return new FailOver(candidate, true, patience);
    }

    /** The same with another limit. */
    public FailOver within(Duration time) {
        return new FailOver(candidate, replacing, time);
    }

    @Override
    public HandoverPlan plan(ClusterConnection cluster) {
        Optional<String> leader = cluster.patroni().cluster().leader().map(Member::name);
        SwitchoverPlan judgement =
                cluster.patroni().plan(Switchover.from(leader.orElse(candidate)).to(candidate));
        Candidate judged = judgement.candidate(candidate).orElseThrow();
        boolean hopeless = judged.hindrances().stream()
                .map(Hindrance::kind)
                .anyMatch(kind -> kind.prevents() && !ACCEPTED.contains(kind));
        return new HandoverPlan(
                leader, Optional.of(judgement), hopeless ? List.of(new Obstacle.CannotTakeOver(judged)) : List.of());
    }

    @Override
    public HandoverResult run(ClusterConnection cluster, HandoverPlan plan, Consumer<? super HandoverEvent> listener) {
        if (!plan.isPossible()) {
            return new HandoverResult.NotPossible(plan.obstacles());
        }
        Failover request = Failover.to(candidate);
        return new HandoverEnd(cluster, Optional.empty(), patience, listener)
                .of(cluster.patroni().failover(replacing ? request.replacingOthers() : request));
    }
}
