package io.github.pg1c.maven.speech;

import java.util.Optional;

/**
 * The result of a run in one sentence.
 *
 * @param failed whether the user has agreed something to correct
 * @param sentence the final sentence; empty when all is well
 * @param fault a fault outside of the user's input, such as a full disk
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
