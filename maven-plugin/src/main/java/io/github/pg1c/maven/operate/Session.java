package io.github.pg1c.maven.operate;

import io.github.pg1c.maven.speech.Console.Level;
import io.github.pg1c.maven.speech.Console.Style;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.Waiting;
import io.github.pg1c.tuning.Text;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A goal at work on a cluster: the connection, and the way to the user.
 *
 * @param target the cluster
 * @param speech how to speak
 * @param confirmation asks before what is dangerous
 * @param output takes what was asked for, as a table or JSON, apart from what is said about it
 * @param waiting how time passes between two looks
 */
public record Session(
        Target target, Speech speech, Confirmation confirmation, Consumer<String> output, Waiting waiting) {

    PatroniClient patroni() {
        return target.patroni();
    }

    String in(Text text) {
        return speech.in(target.language(), text);
    }

    /** Says a sentence about the cluster. */
    void say(Text text) {
        speech.result(about(text));
    }

    void warn(Text text) {
        speech.console().say(Level.WARNING, about(text));
    }

    /** Says what went wrong, and is how the goal ends. */
    Outcome failure(Text text) {
        return Outcome.failure("pg1c: " + target.name() + ": " + in(text));
    }

    Outcome success(Text text) {
        speech.result(speech.paint(Style.SUCCESS, about(text)));
        return Outcome.success();
    }

    /** Asks; empty when the user agrees, else how the goal ends. */
    Optional<Outcome> refusal(Text question) {
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
        return target.name() + ": " + in(text);
    }
}
