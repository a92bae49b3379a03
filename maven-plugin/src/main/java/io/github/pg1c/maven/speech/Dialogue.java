package io.github.pg1c.maven.speech;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import java.util.Optional;

/**
 * The dialogue with the user about one cluster.
 *
 * @param cluster the cluster's name, the beginning of every sentence
 * @param language the language of sentences about it
 * @param speech the way of speaking to the user
 * @param confirmation asks before dangerous actions
 */
public record Dialogue(String cluster, Language language, Speech speech, Confirmation confirmation) {

    /** The sentence in the cluster's language. */
    public String in(Text text) {
        return speech.in(language, text);
    }

    /** Says a sentence about the cluster. */
    public void say(Text text) {
        speech.result(about(text));
    }

    /** Says a sentence of higher importance. */
    public void warn(Text text) {
        speech.console().say(Level.WARNING, about(text));
    }

    /** Says what went wrong; the result of the goal. */
    public GoalResult failure(Text text) {
        return GoalResult.failure("pg1c: " + cluster + ": " + in(text));
    }

    /** Says that all is well; the result of the goal. */
    public GoalResult success(Text text) {
        speech.result(speech.paint(Style.SUCCESS, about(text)));
        return GoalResult.success();
    }

    /** Asks; empty when the user agrees, else the result of the goal. */
    public Optional<GoalResult> refusal(Text question) {
        return switch (confirmation.ask(about(question))) {
            case YES -> Optional.empty();
            case NO ->
                Optional.of(failure(Text.of("not confirmed, nothing was done", "не подтверждено, ничего не сделано")));
            case NOBODY ->
                Optional.of(failure(Text.of(
                        "nothing was done: this must be confirmed; nobody can be asked here, so say -Dpg1c.yes",
                        "ничего не сделано: нужно подтверждение; спросить здесь некого, укажите -Dpg1c.yes")));
        };
    }

    private String about(Text text) {
        return cluster + ": " + in(text);
    }
}
