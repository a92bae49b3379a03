package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.member.ReloadMembers;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes members read their configuration files again. */
public final class ReloadGoal implements ClusterGoal {

    private final ReloadMembers operation;

    private ReloadGoal(ReloadMembers operation) {
        this.operation = operation;
    }

    /** The goal of the parameters; without names, for all members. */
    public static Function<ParameterProblems, ClusterGoal> of(List<String> members, Optional<String> role) {
        return problems -> new ReloadGoal(new ReloadMembers(MemberParameters.read(problems, members, role)));
    }

    @Override
    public GoalResult on(ClusterSession session) {
        ReloadMembers.Result result = operation.run(session.cluster(), event -> tell(session, event));
        if (result instanceof ReloadMembers.Result.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        if (result instanceof ReloadMembers.Result.NotByAll some) {
            String names = String.join(", ", some.members().keySet());
            return session.failure(Text.of("not reloaded: " + names, "не перечитали конфигурацию: " + names));
        }
        return GoalResult.success();
    }

    private static void tell(ClusterSession session, ReloadMembers.Event event) {
        if (event.outcome() instanceof ReloadOutcome.Requested) {
            session.say(Text.of(
                    event.member() + ": will read its configuration in its next loop",
                    event.member() + ": прочитает конфигурацию в следующем цикле"));
        } else {
            Text why = failure(event.outcome());
            session.warn(Text.of(event.member() + ": " + why.en(), event.member() + ": " + why.ru()));
        }
    }

    private static Text failure(ReloadOutcome outcome) {
        if (outcome instanceof Refused refused) {
            return PatroniWords.refusal(refused);
        }
        return PatroniWords.noResponse((NoResponse) outcome);
    }
}
