package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.leader.FailOver;
import io.github.pg1c.ops.leader.HandoverEvent;
import io.github.pg1c.ops.leader.HandoverPlan;
import io.github.pg1c.ops.leader.HandoverResult;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a member the leader although there is no healthy one: shows the reasons against it, asks, fails over, and
 * waits.
 */
public final class FailoverGoal extends GuardedGoal<HandoverPlan, HandoverEvent, HandoverResult> {

    /**
     * The parameters of the user.
     *
     * @param candidate the new leader
     * @param replacing whether to drop a switchover that is scheduled or under way
     * @param dryRun whether to end after the plan
     * @param timeout the time limit for the others to stream from the new leader
     */
    public record Order(Optional<String> candidate, boolean replacing, boolean dryRun, Optional<String> timeout) {}

    private final FailOver operation;

    private FailoverGoal(FailOver operation, boolean dryRun) {
        super(operation, dryRun);
        this.operation = operation;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Order order) {
        return problems -> {
            if (order.candidate().isEmpty()) {
                problems.missing(
                        PropertyNames.CANDIDATE,
                        Text.of(
                                "a failover goes to a member that you name",
                                "при аварийном переключении узел называете вы"),
                        Text.of(
                                "name it with -D" + PropertyNames.CANDIDATE,
                                "укажите его через -D" + PropertyNames.CANDIDATE));
            }
            FailOver operation = new FailOver(
                    order.candidate().orElse(""),
                    order.replacing(),
                    problems.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(FailOver.PATIENCE));
            return new FailoverGoal(operation, order.dryRun());
        };
    }

    @Override
    void show(ClusterSession session, HandoverPlan plan) {
        String candidate = operation.candidate();
        session.say(Text.of(
                "failover to " + candidate + "; the leader is " + plan.leader().orElse("nobody"),
                "аварийное переключение на " + candidate + "; лидер сейчас: "
                        + plan.leader().orElse("нет")));
        plan.judgement()
                .flatMap(judgement -> judgement.candidate(candidate))
                .ifPresent(judged -> new HandoverWords(session).show(judged));
    }

    @Override
    Text question(HandoverPlan plan) {
        String candidate = operation.candidate();
        return Text.of(
                "make " + candidate + " the leader? Transactions that it has not received are lost",
                "сделать лидером " + candidate + "? Транзакции, которых он не получил, будут потеряны");
    }

    @Override
    void tell(ClusterSession session, HandoverEvent event) {
        new HandoverWords(session).tell(event);
    }

    @Override
    GoalResult end(ClusterSession session, HandoverResult result) {
        return new HandoverWords(session).end(result);
    }
}
