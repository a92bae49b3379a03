package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.member.RestartEvent;
import io.github.pg1c.ops.member.RestartMembers;
import io.github.pg1c.ops.member.RestartPlan;
import io.github.pg1c.ops.member.RestartResult;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.RestartOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Restarts PostgreSQL on members, one after the other, each when the one before it is back; ends at the first failure.
 */
public final class RestartGoal extends GuardedGoal<RestartPlan, RestartEvent, RestartResult> {

    /**
     * The parameters of the user.
     *
     * @param members their names
     * @param role their role: {@code any}, {@code leader}, {@code primary}, {@code standby-leader} or {@code replica}
     * @param pending whether to restart only members with parameters that wait for a restart
     * @param olderThan restarts only members with a PostgreSQL older than this version
     * @param at the time with the offset from UTC
     * @param startTimeout the time limit for the start of PostgreSQL
     * @param timeout the time limit for a member to stream again
     * @param dryRun whether to end after the plan
     */
    public record Order(
            List<String> members,
            Optional<String> role,
            boolean pending,
            Optional<String> olderThan,
            Optional<String> at,
            Optional<String> startTimeout,
            Optional<String> timeout,
            boolean dryRun) {
        /** Copies the names. */
        public Order {
            members = List.copyOf(members);
        }
    }

    private final RestartMembers operation;

    private RestartGoal(RestartMembers operation, boolean dryRun) {
        super(operation, dryRun);
        this.operation = operation;
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Order order) {
        return problems -> new RestartGoal(
                new RestartMembers(
                        MemberParameters.readNamed(problems, order.members(), order.role()),
                        order.pending(),
                        order.olderThan(),
                        problems.time(PropertyNames.AT, order.at()),
                        atLeastASecond(problems, problems.duration(PropertyNames.START_TIMEOUT, order.startTimeout())),
                        problems.duration(PropertyNames.TIMEOUT, order.timeout())
                                .orElse(RestartMembers.PATIENCE)),
                order.dryRun());
    }

    private static Optional<Duration> atLeastASecond(ParameterProblems problems, Optional<Duration> time) {
        if (time.filter(duration -> duration.toSeconds() < 1).isPresent()) {
            problems.add(
                    ParameterProblems.MALFORMED,
                    PropertyNames.START_TIMEOUT,
                    Text.of("a restart takes a second at least", "перезапуск занимает не меньше секунды"),
                    Text.of("write for example 5min", "напишите, например, 5min"));
        }
        return time;
    }

    @Override
    void show(ClusterSession session, RestartPlan plan) {
        if (plan.isPossible() && !plan.isNothing()) {
            String names =
                    String.join(", ", plan.members().stream().map(Member::name).toList());
            session.say(Text.of("restart, in this order: " + names, "перезапуск в таком порядке: " + names));
        }
    }

    @Override
    Text nothing() {
        return Text.of("no restart is pending, nothing to do", "перезапуска ничто не ждёт, делать нечего");
    }

    @Override
    Text question(RestartPlan plan) {
        Text cut = plan.cutsSessions()
                ? Text.of("? Connections to the leader are cut", "? Соединения с лидером оборвутся")
                : Text.same("?");
        return operation
                .at()
                .map(time -> Text.of("schedule it at " + time + cut.en(), "запланировать на " + time + cut.ru()))
                .orElseGet(() -> Text.of("restart now" + cut.en(), "перезапустить сейчас" + cut.ru()));
    }

    @Override
    void tell(ClusterSession session, RestartEvent event) {
        String name = event.member();
        if (event instanceof RestartEvent.Restarted restarted) {
            Text evidence = PatroniWords.evidence(restarted.evidence());
            session.say(Text.of(name + ": restarted" + evidence.en(), name + ": перезапущен" + evidence.ru()));
        } else if (event instanceof RestartEvent.Scheduled scheduled) {
            session.say(
                    Text.of(name + ": scheduled at " + scheduled.at(), name + ": запланировано на " + scheduled.at()));
        } else if (event instanceof RestartEvent.NotNeeded) {
            session.say(Text.of(name + ": needs no restart", name + ": перезапуск не нужен"));
        }
    }

    @Override
    GoalResult end(ClusterSession session, RestartResult result) {
        if (result instanceof RestartResult.Stopped stopped) {
            return failure(session, stopped.member(), failure(stopped.outcome()), stopped.left());
        }
        if (result instanceof RestartResult.NotBack late) {
            Text seen = PatroniWords.sighting(late.seen(), member -> member.role() + ", " + member.state());
            return failure(
                    session,
                    late.member(),
                    Text.of(
                            "restarted, but it does not stream: " + seen.en(),
                            "перезапущен, но не получает поток WAL: " + seen.ru()),
                    late.left());
        }
        if (result instanceof RestartResult.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        if (result instanceof RestartResult.Done done) {
            String names = String.join(", ", done.members());
            return session.success(Text.of("done: " + names, "готово: " + names));
        }
        return session.success(nothing());
    }

    private static GoalResult failure(ClusterSession session, String member, Text why, List<String> left) {
        String names = String.join(", ", left);
        Text rest = left.isEmpty() ? Text.same("") : Text.of("; left alone: " + names, "; не тронуты: " + names);
        return session.failure(Text.of(member + ": " + why.en() + rest.en(), member + ": " + why.ru() + rest.ru()));
    }

    private static Text failure(RestartOutcome outcome) {
        if (outcome instanceof RestartOutcome.StillStarting starting) {
            return Text.of(
                    "restarted, but not up within its time: " + starting.text(),
                    "перезапущен, но не поднялся за отведённое время: " + starting.text());
        }
        if (outcome instanceof RestartOutcome.Failed failed) {
            return Text.of("restart failed: " + failed.text(), "перезапуск не удался: " + failed.text());
        }
        if (outcome instanceof RestartOutcome.StatusUnknown unknown) {
            return Text.of(
                    "it is NOT known whether it was restarted: " + unknown.text(),
                    "НЕИЗВЕСТНО, перезапущен ли он: " + unknown.text());
        }
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return PatroniWords.noResponse((NoResponse) outcome);
    }
}
