package io.github.pg1c.maven.operate;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs goals: reads the parameters, connects, works, closes the connections.
 *
 * @param speech the way of speaking to the user
 * @param confirmation asks before dangerous actions
 * @param output receives the answer
 * @param waiting the clock for waiting between two questions
 */
public record ClusterGoals(Speech speech, Confirmation confirmation, Consumer<String> output, Waiting waiting) {

    /** Connects to one cluster and runs a goal for it. */
    public GoalResult onOne(Input input, AccessParameters access, Function<ParameterProblems, ClusterGoal> goal) {
        return on(input, access, false, problems -> {
            ClusterGoal read = goal.apply(problems);
            return sessions -> read.on(sessions.get(0));
        });
    }

    /** Connects to all specified clusters and runs an operation for them together. */
    public GoalResult onAll(
            Input input,
            AccessParameters access,
            Function<ParameterProblems, Function<List<ClusterSession>, GoalResult>> goal) {
        return on(input, access, true, goal);
    }

    private GoalResult on(
            Input input,
            AccessParameters access,
            boolean several,
            Function<ParameterProblems, Function<List<ClusterSession>, GoalResult>> goal) {
        Language language = input.language().orElse(Language.RU);
        ParameterProblems problems = new ParameterProblems();
        Function<List<ClusterSession>, GoalResult> read = goal.apply(problems);
        ClusterChoice choice = new ClusterChoice(access, waiting, problems);
        List<ClusterConnection> clusters;
        if (access.endpoints().isEmpty()) {
            Specifications specifications;
            try {
                specifications = Specifications.read(input, speech);
            } catch (FileException e) {
                return FileFaults.of(speech, language, e);
            }
            language = specifications.language();
            if (specifications.hasErrors()) {
                new ProblemLines(speech).show(specifications);
                problems.add(
                        ParameterProblems.CLUSTER,
                        PropertyNames.SPEC,
                        Text.of("the specification has errors", "в описании кластера есть ошибки"),
                        Text.of(
                                "correct them, or name the cluster's addresses with -D" + PropertyNames.ENDPOINTS,
                                "исправьте их или укажите адреса кластера через -D" + PropertyNames.ENDPOINTS));
                return problems.tell(speech, language);
            }
            if (!several) {
                choice.onlyOne(specifications);
            }
            clusters = choice.specified(specifications);
        } else {
            clusters = choice.atAddresses();
        }
        try {
            return problems.count() > 0 ? problems.tell(speech, language) : read.apply(sessions(clusters, language));
        } catch (PatroniException e) {
            return GoalResult.failure(speech.in(
                    language,
                    Text.of(
                            "pg1c: the cluster does not answer: "
                                    + e.explanation().en(),
                            "pg1c: кластер не отвечает: " + e.explanation().ru())));
        } catch (FileException e) {
            return FileFaults.of(speech, language, e);
        } finally {
            clusters.forEach(ClusterConnection::close);
        }
    }

    private List<ClusterSession> sessions(List<ClusterConnection> clusters, Language language) {
        return clusters.stream()
                .map(cluster -> new ClusterSession(
                        cluster,
                        cluster.specification().map(Cluster::language).orElse(language),
                        speech,
                        confirmation,
                        output))
                .toList();
    }
}
