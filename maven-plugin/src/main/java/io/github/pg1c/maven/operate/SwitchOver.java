package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Function;

/** Hands the leader's role over: shows who can take it, asks, does it, and waits until the others stream from the new leader. */
public final class SwitchOver implements Operation {

    /**
     * What the user may say.
     *
     * @param leader who must be the leader now; whoever it is, if empty
     * @param candidate who shall be
     * @param at when, with the offset from UTC
     * @param replacing whether to drop a switchover that is scheduled or under way
     * @param dryRun whether to end after the plan
     * @param timeout how long the others may take to stream from the new leader
     */
    public record Order(
            Optional<String> leader,
            Optional<String> candidate,
            Optional<String> at,
            boolean replacing,
            boolean dryRun,
            Optional<String> timeout) {}

    private final Order order;
    private final Optional<OffsetDateTime> at;
    private final Duration patience;

    private SwitchOver(Order order, Optional<OffsetDateTime> at, Duration patience) {
        this.order = order;
        this.at = at;
        this.patience = patience;
    }

    /** What the parameters say. */
    public static Function<ParameterProblems, Operation> of(Order order) {
        return complaints -> new SwitchOver(
                order,
                complaints.time(PropertyNames.AT, order.at()),
                complaints.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(HandedOver.PATIENCE));
    }

    @Override
    public GoalResult on(Session session) {
        ClusterState cluster = session.patroni().cluster();
        Optional<String> leader = order.leader().or(() -> cluster.leader().map(Member::name));
        if (leader.isEmpty()) {
            return session.failure(Text.of(
                    "there is no leader to hand over from; the goal failover makes a member the leader",
                    "лидера нет, передавать роль некому; цель failover назначает лидера"));
        }
        SwitchoverPlan plan = session.patroni().plan(wish(leader.get()));
        PlanLines lines = new PlanLines(session);
        session.say(headline(leader.get()));
        lines.show(plan);
        if (!plan.isPossible()) {
            return session.failure(Text.of(
                    "this switchover is not possible, nothing was done",
                    "такое переключение невозможно, ничего не сделано"));
        }
        if (order.dryRun()) {
            return session.success(Text.of("dry run, nothing was done", "пробный запуск, ничего не сделано"));
        }
        Optional<GoalResult> refusal = session.refusal(question());
        return refusal.orElseGet(() -> handOver(session, plan));
    }

    private GoalResult handOver(Session session, SwitchoverPlan plan) {
        SwitchoverOutcome outcome = session.patroni().switchover(plan.wish());
        return new HandedOver(session, plan.wish().leader(), patience).end(outcome);
    }

    private Switchover wish(String leader) {
        Switchover wish = Switchover.from(leader);
        if (order.candidate().isPresent()) {
            wish = wish.to(order.candidate().get());
        }
        if (at.isPresent()) {
            wish = wish.at(at.get());
        }
        return order.replacing() ? wish.replacingOthers() : wish;
    }

    private Text headline(String leader) {
        String to = order.candidate().orElse("");
        String when = at.map(time -> " @ " + time).orElse("");
        return Text.of(
                "switchover from " + leader + " to " + (to.isEmpty() ? "whom Patroni chooses" : to) + when,
                "переключение с " + leader + " на " + (to.isEmpty() ? "узел по выбору Patroni" : to) + when);
    }

    private Text question() {
        return at.isPresent()
                ? Text.of("schedule it?", "запланировать?")
                : Text.of(
                        "hand over now? Connections to the old leader are cut",
                        "переключить сейчас? Соединения с прежним лидером оборвутся");
    }
}
