package io.github.pg1c.maven.speech;

import java.util.Optional;

/**
 * How a run ended, in one sentence.
 *
 * @param failed whether the user has something to correct
 * @param sentence what to say in the end; empty when all is well
 * @param fault what the world did wrong, as a full disk
 */
public record GoalResult(boolean failed, String sentence, Optional<Exception> fault) {

    public static GoalResult success() {
        return new GoalResult(false, "", Optional.empty());
    }

    public static GoalResult failure(String sentence) {
        return new GoalResult(true, sentence, Optional.empty());
    }

    public static GoalResult fault(String sentence, Exception cause) {
        return new GoalResult(true, sentence, Optional.of(cause));
    }
}
