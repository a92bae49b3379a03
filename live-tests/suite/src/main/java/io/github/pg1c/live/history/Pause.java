package io.github.pg1c.live.history;

import java.time.Duration;

/**
 * A time between two acknowledgements that follow each other.
 *
 * @param from when the earlier one came, since the recorder was made
 * @param until when the later one came
 * @since 0.1
 */
public record Pause(Duration from, Duration until) {

    /** How long it was. */
    public Duration length() {
        return until.minus(from);
    }
}
