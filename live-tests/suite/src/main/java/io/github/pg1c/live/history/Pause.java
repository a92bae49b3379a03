package io.github.pg1c.live.history;

import java.time.Duration;

/**
 * The time between two consecutive acknowledgements.
 *
 * @param from when the earlier one came, since the recorder was made
 * @param until when the later one came
 * @since 0.1
 */
public record Pause(Duration from, Duration until) {

    /** The length of the pause. */
    public Duration length() {
        return until.minus(from);
    }
}
