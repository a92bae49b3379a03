package io.github.pg1c.live.history;

import java.time.Duration;

/**
 * One write of a client.
 *
 * @param row the row to write
 * @param invoked when the client began, since the recorder was made
 * @param outcome its outcome
 * @since 0.1
 */
public record Operation(Row row, Duration invoked, Outcome outcome) {

    /** Whether the row may be committed or not. */
    public boolean isUnknown() {
        return outcome instanceof Outcome.Unknown || outcome instanceof Outcome.Open;
    }
}
