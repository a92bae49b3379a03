package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.ops.config.PauseCluster;
import java.util.Optional;
import java.util.function.Function;

/** Pauses or resumes Patroni, and waits until every member has noticed. */
public final class PauseGoal implements ClusterGoal {

    private final PauseCluster operation;

    private PauseGoal(PauseCluster operation) {
        this.operation = operation;
    }

    /**
     * The goal of the parameters.
     *
     * @param pause false to resume
     */
    public static Function<ParameterProblems, ClusterGoal> of(boolean pause, Optional<String> timeout) {
        return problems -> new PauseGoal(new PauseCluster(
                pause, problems.duration(PropertyNames.TIMEOUT, timeout).orElse(PauseCluster.PATIENCE)));
    }

    @Override
    public GoalResult on(ClusterSession session) {
        PauseCluster.Result result = operation.run(session.cluster(), event -> {});
        if (result instanceof PauseCluster.Result.NotNoticed late) {
            String names = String.join(", ", late.members());
            return session.failure(Text.of(
                    "it is in the configuration, but these members have not taken notice: " + names,
                    "в конфигурации это есть, но узлы ещё не заметили: " + names));
        }
        if (result instanceof PauseCluster.Result.NotDone none) {
            return session.failure(PatroniWords.notChanged(none.outcome()));
        }
        return session.success(
                operation.pause()
                        ? Text.of(
                                "paused: Patroni leaves PostgreSQL alone, there is no failover until resume",
                                "приостановлен: Patroni не управляет PostgreSQL,"
                                        + " аварийного переключения не будет до resume")
                        : Text.of("resumed", "работа Patroni возобновлена"));
    }
}
