package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.patroni.operation.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A user at a terminal: hands operations a cluster, answers questions, keeps what is shown. */
final class Desk implements Confirmation, Waiting {

    private static final Path NOWHERE = Path.of("/nowhere");

    private final Lines lines = new Lines();
    private final StringBuilder output = new StringBuilder();
    private final List<String> questions = new ArrayList<>();
    private Confirmation.Answer reply = Confirmation.Answer.YES;
    private Language language = Language.EN;
    private long now;

    Desk replying(Confirmation.Answer answer) {
        reply = answer;
        return this;
    }

    Desk speaking(Language chosen) {
        language = chosen;
        return this;
    }

    GoalResult does(SimulatedCluster cluster, Function<ParameterProblems, ClusterGoal> goal) {
        return operations().onOne(input(NOWHERE), access(cluster), goal);
    }

    GoalResult shows(
            SimulatedCluster cluster, Function<ParameterProblems, Function<List<ClusterSession>, GoalResult>> goal) {
        return operations().onAll(input(NOWHERE), access(cluster), goal);
    }

    ClusterGoals operations() {
        return new ClusterGoals(lines.speech(NOWHERE), this, output::append, this);
    }

    Input input(Path specification) {
        return new Input(specification, Optional.of(language));
    }

    static AccessParameters access(SimulatedCluster cluster) {
        return AccessParameters.of(NOWHERE).toCluster("main").at(List.of(cluster.uri()));
    }

    void succeeds(GoalResult outcome) {
        assertThat(outcome.sentence()).isEmpty();
        assertThat(outcome.failed()).as(String.join("\n", said())).isFalse();
    }

    List<String> said() {
        return lines.all();
    }

    String output() {
        return output.toString();
    }

    List<String> questions() {
        return questions;
    }

    @Override
    public Answer ask(String question) {
        questions.add(question);
        return reply;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        now += time.toNanos();
    }
}
