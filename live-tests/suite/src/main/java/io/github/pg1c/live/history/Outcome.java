package io.github.pg1c.live.history;

import java.time.Duration;

/**
 * The outcome of an operation, as far as its client knows it.
 *
 * @since 0.1
 */
public sealed interface Outcome {

    /**
     * The server said that the row is committed.
     *
     * @param server the server that took the row, in the client's words
     * @param standby whether that server was a standby
     * @param at when the client got the answer, since the recorder was made
     * @since 0.1
     */
    record Acknowledged(String server, boolean standby, Duration at) implements Outcome {}

    /**
     * The row is certainly not committed.
     *
     * @param why the error that the client got
     * @since 0.1
     */
    record Failed(String why) implements Outcome {}

    /**
     * The row may be committed or not.
     *
     * @param why the error that the client got
     * @since 0.1
     */
    record Unknown(String why) implements Outcome {}

    /**
     * The operation has not ended yet; at the end of a history it counts as {@link Unknown}.
     *
     * @since 0.1
     */
    record Open() implements Outcome {}
}
