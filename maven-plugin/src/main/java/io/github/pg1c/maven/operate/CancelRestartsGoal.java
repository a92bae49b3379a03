package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.member.CancelRestarts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Cancels scheduled restarts of members. */
public final class CancelRestartsGoal implements ClusterGoal {

    private final CancelRestarts operation;

    private CancelRestartsGoal(CancelRestarts operation) {
        this.operation = operation;
    }

    /** The goal of the parameters; without names, for all members with a scheduled restart. */
    public static Function<ParameterProblems, ClusterGoal> of(List<String> members, Optional<String> role) {
        return problems -> new CancelRestartsGoal(new CancelRestarts(MemberParameters.read(problems, members, role)));
    }

    @Override
    public GoalResult on(ClusterSession session) {
        CancelRestarts.Plan plan = operation.plan(session.cluster());
        if (plan.isNothing()) {
            session.warn(Text.of("nothing was scheduled", "ничего не было запланировано"));
        }
        CancelRestarts.Result result = operation.run(session.cluster(), plan, event -> tell(session, event));
        if (result instanceof CancelRestarts.Result.NotPossible none) {
            return ObstacleWords.failure(session, none.obstacles());
        }
        if (result instanceof CancelRestarts.Result.Stopped stopped) {
            Text why = PatroniWords.notCancelled(stopped.outcome());
            return session.failure(Text.of(stopped.member() + ": " + why.en(), stopped.member() + ": " + why.ru()));
        }
        return GoalResult.success();
    }

    private static void tell(ClusterSession session, CancelRestarts.Event event) {
        if (event instanceof CancelRestarts.Event.Cancelled cancelled) {
            session.success(Text.of(cancelled.member() + ": cancelled", cancelled.member() + ": отменено"));
        } else if (event instanceof CancelRestarts.Event.NothingScheduled none) {
            session.warn(Text.of(
                    none.member() + ": nothing was scheduled", none.member() + ": ничего не было запланировано"));
        }
    }
}
