package io.github.pg1c.maven.tune;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.tuning.text.PlanFormat;
import io.github.pg1c.tuning.text.PostgresConf;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the question from the parameters. */
final class Questions {

    static final String EXPLAIN = PropertyNames.EXPLAIN;
    private static final String COMPARE = PropertyNames.COMPARE;
    private static final String AGAINST = PropertyNames.AGAINST;
    private static final String FORMAT = PropertyNames.FORMAT;

    private Questions() {}

    /** The question; adds a problem when it cannot be answered. */
    static Question read(TuneRequest order, Speech speech, ParameterProblems problems) {
        Map<String, Boolean> asked = new LinkedHashMap<>();
        asked.put(EXPLAIN, !order.explain().isEmpty());
        asked.put(COMPARE, order.compare().isPresent());
        asked.put(AGAINST, order.against().isPresent());
        asked.put(
                FORMAT,
                order.format()
                        .filter(format -> !format.equals(PlanFormat.TABLE.id()))
                        .isPresent());
        problems.exclusive(asked);
        Question whole = new WholePlan(
                problems.word(FORMAT, order.format(), NodeFigures.words(PlanFormat.values(), PlanFormat::id))
                        .orElse(PlanFormat.TABLE));
        if (!order.explain().isEmpty()) {
            return new Reasons(order.explain());
        }
        if (order.compare().isPresent()) {
            return problems.word(COMPARE, order.compare(), NodeFigures.presets())
                    .<Question>map(WithPreset::new)
                    .orElse(whole);
        }
        return order.against()
                .<Question>flatMap(file -> withFile(file, speech, problems))
                .orElse(whole);
    }

    private static Optional<Question> withFile(Path file, Speech speech, ParameterProblems problems) {
        try {
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            WithFile question = new WithFile(
                    speech.path(file),
                    PostgresConf.read(file.toString(), text, new ServerFiles()),
                    other -> speech.path(Path.of(other)));
            question.mistakes(problems);
            return Optional.of(question);
        } catch (IOException e) {
            problems.unreadable(AGAINST, FileException.reading(file, e));
            return Optional.empty();
        }
    }
}
