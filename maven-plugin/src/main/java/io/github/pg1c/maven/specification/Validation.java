package io.github.pg1c.maven.specification;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.FileFaults;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;

/** Reads specifications and reports every problem of all of them at once. */
public final class Validation {

    private final Speech speech;

    public Validation(Speech speech) {
        this.speech = speech;
    }

    /** Checks the specifications of the input. */
    public GoalResult of(Input input) {
        try {
            Specifications specifications = Specifications.read(input, speech);
            new ProblemLines(speech).show(specifications);
            if (specifications.hasErrors()) {
                return failure(speech, specifications);
            }
            specifications.clusters().forEach(this::confirm);
            return GoalResult.success();
        } catch (FileException e) {
            return FileFaults.of(speech, input.language().orElse(Language.RU), e);
        }
    }

    public static GoalResult failure(Speech speech, Specifications specifications) {
        String counts = specifications.errors() + "; ";
        return GoalResult.failure(speech.in(
                specifications.language(),
                Text.of(
                        "pg1c: errors: " + counts + "warnings: " + specifications.warnings() + "; nothing was written",
                        "pg1c: ошибок: " + counts + "предупреждений: " + specifications.warnings()
                                + "; ничего не записано")));
    }

    private void confirm(SpecifiedCluster described) {
        Language language = described.cluster().language();
        String name = speech.paint(Style.STRONG, described.cluster().name().toString());
        String file = speech.path(described.file());
        speech.result(speech.in(
                language, Text.of(name + ": " + file + " has no errors", name + ": в " + file + " ошибок нет")));
    }
}
