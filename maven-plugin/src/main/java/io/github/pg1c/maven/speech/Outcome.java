package io.github.pg1c.maven.speech;

import java.util.Optional;

/**
 * How a run ended, in one sentence.
 *
 * @param failed whether the user has something to correct
 * @param sentence what to say in the end; empty when all is well
 * @param fault what the world did wrong, as a full disk
 */
public record Outcome(boolean failed, String sentence, Optional<Exception> fault) {

    public static Outcome success() {
        return new Outcome(false, "", Optional.empty());
    }

    public static Outcome failure(String sentence) {
        return new Outcome(true, sentence, Optional.empty());
    }

    public static Outcome fault(String sentence, Exception cause) {
        return new Outcome(true, sentence, Optional.of(cause));
    }
}
