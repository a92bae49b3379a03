package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.PauseOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** Tells Patroni to leave PostgreSQL alone, or to look after it again, and waits until every member knows. */
public final class PauseCluster implements Operation {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final boolean pause;
    private final Duration patience;

    private PauseCluster(boolean pause, Duration patience) {
        this.pause = pause;
        this.patience = patience;
    }

    /**
     * What the parameters say.
     *
     * @param pause false to resume
     */
    public static Function<ParameterProblems, Operation> of(boolean pause, Optional<String> timeout) {
        return complaints -> new PauseCluster(
                pause, complaints.duration(PropertyNames.TIMEOUT, timeout).orElse(PATIENCE));
    }

    @Override
    public GoalResult on(Session session) {
        PauseOutcome outcome =
                pause ? session.patroni().pause(patience) : session.patroni().resume(patience);
        if (outcome instanceof PauseOutcome.NotYet late) {
            String names = String.join(", ", late.members());
            return session.failure(Text.of(
                    "it is in the configuration, but these members have not taken notice: " + names,
                    "в конфигурации это есть, но узлы ещё не заметили: " + names));
        }
        if (outcome instanceof PauseOutcome.NotDone none) {
            return session.failure(ChangeConfiguration.failure(none.outcome()));
        }
        return session.success(
                pause
                        ? Text.of(
                                "paused: Patroni leaves PostgreSQL alone, there is no failover until resume",
                                "приостановлен: Patroni не управляет PostgreSQL, аварийного переключения не будет до resume")
                        : Text.of("resumed", "работа Patroni возобновлена"));
    }
}
