package io.github.pg1c.maven.operate;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.Validation;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Carries operations out: reads the parameters, connects, works, closes the connections.
 *
 * @param speech how to speak
 * @param confirmation asks before what is dangerous
 * @param output takes what was asked for
 * @param waiting how time passes between two looks
 */
public record Operations(Speech speech, Confirmation confirmation, Consumer<String> output, Waiting waiting) {

    /** Connects to the one cluster that is meant and does with it what the parameters say. */
    public GoalResult onOne(Input input, Access access, Function<ParameterProblems, Operation> goal) {
        return on(input, access, false, complaints -> {
            Operation operation = goal.apply(complaints);
            return sessions -> operation.on(sessions.get(0));
        });
    }

    /** Connects to all clusters that are specified and does something with them together. */
    public GoalResult onAll(
            Input input, Access access, Function<ParameterProblems, Function<List<Session>, GoalResult>> goal) {
        return on(input, access, true, goal);
    }

    private GoalResult on(
            Input input,
            Access access,
            boolean several,
            Function<ParameterProblems, Function<List<Session>, GoalResult>> goal) {
        Language language = input.language().orElse(Language.RU);
        ParameterProblems complaints = new ParameterProblems();
        Function<List<Session>, GoalResult> operation = goal.apply(complaints);
        Targets connections = new Targets(access, waiting, complaints);
        List<Target> targets;
        if (access.endpoints().isEmpty()) {
            Specifications specifications;
            try {
                specifications = Specifications.read(input, speech);
            } catch (IOException e) {
                return Validation.unreadable(e);
            } catch (UncheckedIOException e) {
                return Validation.unreadable(e);
            }
            language = specifications.language();
            if (specifications.hasErrors()) {
                new ProblemLines(speech).show(specifications);
                complaints.add(
                        ParameterProblems.CLUSTER,
                        PropertyNames.SPEC,
                        Text.of("the specification has errors", "в описании кластера есть ошибки"),
                        Text.of(
                                "correct them, or name the cluster's addresses with -Dpg1c.endpoints",
                                "исправьте их или укажите адреса кластера через -Dpg1c.endpoints"));
                return complaints.tell(speech, language);
            }
            if (!several) {
                connections.onlyOne(specifications);
            }
            targets = connections.specified(specifications);
        } else {
            targets = connections.atEndpoints(language).map(List::of).orElseGet(List::of);
        }
        try {
            return complaints.count() > 0
                    ? complaints.tell(speech, language)
                    : operation.apply(targets.stream()
                            .map(target -> new Session(target, speech, confirmation, output, waiting))
                            .toList());
        } catch (PatroniException e) {
            return GoalResult.failure(speech.in(
                    language,
                    Text.of(
                            "pg1c: the cluster does not answer: " + e.getMessage(),
                            "pg1c: кластер не отвечает: " + e.getMessage())));
        } catch (UncheckedIOException e) {
            return Validation.unreadable(e);
        } finally {
            targets.forEach(Target::close);
        }
    }
}
