package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.Switchover;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes a member the leader although there is no healthy one, or although it is not synchronous: shows what speaks against it, asks, does it, and waits. */
public final class FailOver implements Operation {

    /** A failover is there for these: a member that nobody waited for, and one of which the leader knows nothing. */
    private static final Set<Hindrance.Kind> RISKS = EnumSet.of(
            Hindrance.Kind.NOT_SYNCHRONOUS,
            Hindrance.Kind.NOT_IN_QUORUM,
            Hindrance.Kind.LAG,
            Hindrance.Kind.LAG_UNKNOWN,
            Hindrance.Kind.TIMELINE,
            Hindrance.Kind.OTHER_TIMELINE,
            Hindrance.Kind.NOT_STREAMING);

    /**
     * What the user may say.
     *
     * @param candidate who shall be the leader
     * @param replacing whether to drop a switchover that is scheduled or under way
     * @param dryRun whether to end after the plan
     * @param timeout how long the others may take to stream from the new leader
     */
    public record Order(Optional<String> candidate, boolean replacing, boolean dryRun, Optional<String> timeout) {}

    private final Order order;
    private final Duration patience;

    private FailOver(Order order, Duration patience) {
        this.order = order;
        this.patience = patience;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> {
            if (order.candidate().isEmpty()) {
                complaints.missing(
                        PropertyNames.CANDIDATE,
                        Text.of(
                                "a failover goes to a member that you name",
                                "при аварийном переключении узел называете вы"),
                        Text.of("name it with -Dpg1c.candidate", "укажите его через -Dpg1c.candidate"));
            }
            return new FailOver(
                    order,
                    complaints.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(HandedOver.PATIENCE));
        };
    }

    @Override
    public GoalResult on(Session session) {
        String candidate = order.candidate().orElseThrow();
        ClusterState cluster = session.patroni().cluster();
        String leader = cluster.leader().map(Member::name).orElse("");
        session.say(Text.of(
                "failover to " + candidate + "; the leader is " + (leader.isEmpty() ? "nobody" : leader),
                "аварийное переключение на " + candidate + "; лидер сейчас: " + (leader.isEmpty() ? "нет" : leader)));
        Candidate judged = session.patroni()
                .plan(Switchover.from(leader.isEmpty() ? candidate : leader).to(candidate))
                .candidate(candidate)
                .orElseThrow();
        new PlanLines(session).show(judged);
        boolean hopeless = judged.hindrances().stream()
                .map(Hindrance::kind)
                .anyMatch(kind -> kind.prevents() && !RISKS.contains(kind));
        if (hopeless) {
            return session.failure(Text.of(
                    candidate + " cannot take over, nothing was done",
                    candidate + " не может принять роль лидера, ничего не сделано"));
        }
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal = session.refusal(Text.of(
                "make " + candidate + " the leader? Transactions that it has not received are lost",
                "сделать лидером " + candidate + "? Транзакции, которых он не получил, будут потеряны"));
        return refusal.orElseGet(() -> {
            Failover wish = Failover.to(candidate);
            return new HandedOver(session, leader, patience)
                    .end(session.patroni().failover(order.replacing() ? wish.replacingOthers() : wish));
        });
    }
}
