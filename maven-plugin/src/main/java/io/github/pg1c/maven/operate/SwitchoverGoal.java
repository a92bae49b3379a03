package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.leader.HandoverEvent;
import io.github.pg1c.ops.leader.HandoverPlan;
import io.github.pg1c.ops.leader.HandoverResult;
import io.github.pg1c.ops.leader.SwitchOver;
import java.util.Optional;
import java.util.function.Function;

/**
 * Hands over the leader's role: shows who can take over, asks, hands over, and waits until the others stream from the
 * new leader.
 */
public final class SwitchoverGoal extends GuardedGoal<HandoverPlan, HandoverEvent, HandoverResult> {

    /**
     * The parameters of the user.
     *
     * @param leader the required current leader; any member if empty
     * @param candidate the new leader
     * @param at the time with the offset from UTC
     * @param replacing whether to drop a switchover that is scheduled or under way
     * @param dryRun whether to end after the plan
     * @param timeout the time limit for the others to stream from the new leader
     */
    public record Order(
            Optional<String> leader,
            Optional<String> candidate,
            Optional<String> at,
            boolean replacing,
            boolean dryRun,
            Optional<String> timeout) {}

    private final SwitchOver operation;

    private SwitchoverGoal(SwitchOver operation, boolean dryRun) {
        super(operation, dryRun);
        this.operation = operation;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Order order) {
        return problems -> new SwitchoverGoal(
                new SwitchOver(
                        order.leader(),
                        order.candidate(),
                        problems.time(PropertyNames.AT, order.at()),
                        order.replacing(),
                        problems.duration(PropertyNames.TIMEOUT, order.timeout())
                                .orElse(SwitchOver.PATIENCE)),
                order.dryRun());
    }

    @Override
    void show(ClusterSession session, HandoverPlan plan) {
        plan.judgement().ifPresent(judgement -> {
            session.say(headline(plan.leader().orElseThrow()));
            new HandoverWords(session).show(judgement);
        });
    }

    private Text headline(String leader) {
        String to = operation.candidate().orElse("");
        String when = operation.at().map(time -> " @ " + time).orElse("");
        return Text.of(
                "switchover from " + leader + " to " + (to.isEmpty() ? "whom Patroni chooses" : to) + when,
                "переключение с " + leader + " на " + (to.isEmpty() ? "узел по выбору Patroni" : to) + when);
    }

    @Override
    Text question(HandoverPlan plan) {
        return operation.at().isPresent()
                ? Text.of("schedule it?", "запланировать?")
                : Text.of(
                        "hand over now? Connections to the old leader are cut",
                        "переключить сейчас? Соединения с прежним лидером оборвутся");
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
