package io.github.pg1c.maven.tune;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.ProblemLines;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.Validation;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.text.PlanFormat;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Calculates the parameters of nodes and answers a question about them.
 *
 * @param speech the way of speaking to the user
 * @param output receives the answer
 * @param anyLetter whether the output accepts every letter, as a file does
 */
public record Tuning(Speech speech, Consumer<String> output, boolean anyLetter) {

    private static final Text NOTHING = Text.of("nothing was calculated", "ничего не рассчитано");

    /** Answers a question about the given figures, or about the specified nodes. */
    public GoalResult of(Input input, TuneRequest order) {
        ParameterProblems problems = new ParameterProblems();
        NodeFigures figures = NodeFigures.read(order, problems);
        Question question = Questions.read(order, speech, problems);
        TunedNodes subjects = new TunedNodes(order, figures, problems);
        Language language = input.language().orElse(Language.RU);
        if (figures.suffice() && !order.scope().said()) {
            return answer(subjects.described(), question, problems, language);
        }
        if (!order.scope().said() && !Files.exists(input.specification())) {
            missing(order, problems);
            return problems.tell(speech, language, NOTHING);
        }
        try {
            Specifications specifications = Specifications.read(input, speech);
            new ProblemLines(speech).show(specifications);
            if (specifications.hasErrors()) {
                problems.show(speech, specifications.language());
                return Validation.failure(speech, specifications);
            }
            return answer(subjects.specified(specifications), question, problems, specifications.language());
        } catch (FileException e) {
            return FileFaults.of(speech, language, e);
        }
    }

    private static void missing(TuneRequest order, ParameterProblems problems) {
        for (String figure : NodeFigures.NEEDED) {
            if (!order.figures().containsKey(figure)) {
                problems.missing(
                        figure,
                        Text.of(
                                "there is no specification here, so this figure is needed",
                                "описания кластера здесь нет, поэтому нужно это число"),
                        Text.of(
                                "write for example -D" + PropertyNames.MEMORY + "=16GB -D" + PropertyNames.CPUS
                                        + "=6 -D" + PropertyNames.CONNECTIONS + "=200,"
                                        + " or name a specification with -D" + PropertyNames.SPEC,
                                "напишите, например, -D" + PropertyNames.MEMORY + "=16GB -D" + PropertyNames.CPUS
                                        + "=6 -D" + PropertyNames.CONNECTIONS + "=200"
                                        + " или укажите описание через -D" + PropertyNames.SPEC));
            }
        }
    }

    private GoalResult answer(
            List<TunedNode> subjects, Question question, ParameterProblems problems, Language language) {
        subjects.forEach(subject -> question.check(subject.plan(), problems));
        if (problems.count() > 0) {
            return problems.tell(speech, language, NOTHING);
        }
        show(subjects, question, language);
        return review(subjects, question, language);
    }

    private void show(List<TunedNode> subjects, Question question, Language language) {
        boolean specified =
                subjects.stream().anyMatch(subject -> !subject.nodes().isEmpty());
        if (specified && question.equals(new WholePlan(PlanFormat.JSON))) {
            output.accept(PlansAsJson.of(subjects));
            return;
        }
        output.accept(subjects.stream()
                .map(subject -> question.under(subject.heading(), subject.plan()))
                .map(text -> anyLetter ? text.in(language) : speech.plain(language, text))
                .collect(Collectors.joining("\n")));
    }

    /** Reports errors and warnings about the plans. */
    private GoalResult review(List<TunedNode> subjects, Question question, Language language) {
        Set<String> warnings = new LinkedHashSet<>();
        Set<String> errors = new LinkedHashSet<>();
        for (TunedNode subject : subjects) {
            for (PlanFinding finding : Calculator.review(subject.plan())) {
                if (finding.severity() == Severity.ERROR) {
                    errors.add(line(finding, language));
                } else if (!question.tellsFindings()) {
                    warnings.add(line(finding, language));
                }
            }
        }
        warnings.forEach(line -> speech.console().say(Level.WARNING, line));
        errors.forEach(line -> speech.console().say(Level.ERROR, line));
        return errors.isEmpty()
                ? GoalResult.success()
                : GoalResult.failure(speech.in(
                        language,
                        Text.of(
                                "pg1c: calculated, but with errors: " + errors.size(),
                                "pg1c: рассчитано, но с ошибками: " + errors.size())));
    }

    private String line(PlanFinding finding, Language language) {
        return speech.paint(Style.STRONG, finding.code()) + ": " + speech.in(language, finding.message()) + "; "
                + speech.in(language, finding.remedy());
    }
}
