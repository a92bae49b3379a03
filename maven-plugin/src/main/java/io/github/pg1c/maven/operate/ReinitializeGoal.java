package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.member.ReinitializeMember;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import java.util.Optional;
import java.util.function.Function;

/** Makes a member drop its data and copy them again; asks first, and waits until it streams with the new data. */
public final class ReinitializeGoal
        extends GuardedGoal<ReinitializeMember.Plan, ReinitializeMember.Event, ReinitializeMember.Result> {

    /**
     * The parameters of the user.
     *
     * @param member its name
     * @param reinitialize the options
     * @param dryRun whether to end before anything is done
     * @param timeout the time limit for the copy
     */
    public record Order(Optional<String> member, Reinitialize reinitialize, boolean dryRun, Optional<String> timeout) {}

    private final String name;

    private ReinitializeGoal(ReinitializeMember operation, boolean dryRun) {
        super(operation, dryRun);
        this.name = operation.member();
    }

    /** The goal of the parameters. */
    public static Function<ParameterProblems, ClusterGoal> of(Order order) {
        return problems -> {
            if (order.member().isEmpty()) {
                problems.missing(
                        PropertyNames.MEMBER,
                        Text.of("it is not said which member", "не сказано, какой узел"),
                        Text.of(
                                "name it with -D" + PropertyNames.MEMBER,
                                "укажите его через -D" + PropertyNames.MEMBER));
            }
            ReinitializeMember operation = new ReinitializeMember(
                    order.member().orElse(""),
                    order.reinitialize(),
                    problems.duration(PropertyNames.TIMEOUT, order.timeout()).orElse(ReinitializeMember.PATIENCE));
            return new ReinitializeGoal(operation, order.dryRun());
        };
    }

    @Override
    void show(ClusterSession session, ReinitializeMember.Plan plan) {
        if (plan.isPossible()) {
            plan.member().ifPresent(member -> {
                String state = name + " (" + member.role() + ", " + member.state() + ")";
                session.say(Text.of(
                        state + " is to drop its data and copy them again",
                        state + " сотрёт свои данные и скопирует их заново"));
            });
        }
    }

    @Override
    Text question(ReinitializeMember.Plan plan) {
        return Text.of("drop the data of " + name + "?", "стереть данные на " + name + "?");
    }

    @Override
    void tell(ClusterSession session, ReinitializeMember.Event event) {
        session.say(Text.of(name + ": copying has begun", name + ": копирование началось"));
    }

    @Override
    GoalResult end(ClusterSession session, ReinitializeMember.Result result) {
        if (result instanceof ReinitializeMember.Result.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        if (result instanceof ReinitializeMember.Result.NotBegun none) {
            return session.failure(failure(none.outcome()));
        }
        if (result instanceof ReinitializeMember.Result.NotStreaming late) {
            Text seen =
                    PatroniWords.sighting(late.seen(), member -> member.state().text());
            return session.failure(Text.of(
                    name + " does not stream yet: " + seen.en() + "; the copy may still be under way",
                    name + " ещё не получает поток WAL: " + seen.ru() + "; возможно, копирование продолжается"));
        }
        return session.success(Text.of(
                "done: " + name + " streams with new data", "готово: " + name + " получает поток WAL на новых данных"));
    }

    private static Text failure(ReinitializeOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return PatroniWords.noResponse((NoResponse) outcome);
    }
}
