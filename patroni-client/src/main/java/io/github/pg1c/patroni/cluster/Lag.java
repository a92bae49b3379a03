package io.github.pg1c.patroni.cluster;

import java.util.OptionalLong;

/**
 * The lag of a standby behind its leader; Patroni updates it once in a {@code loop_wait}.
 *
 * @since 0.1
 */
public sealed interface Lag {
    /** The lag in bytes of WAL, if there is a number. */
    default OptionalLong bytes() {
        return this instanceof Bytes known ? OptionalLong.of(known.count()) : OptionalLong.empty();
    }

    /**
     * A known lag.
     *
     * @param count bytes of WAL, 0 or more
     */
    record Bytes(long count) implements Lag {}

    /** Patroni does not know the lag, because the standby has not reported a position. */
    record Unknown() implements Lag {}

    /** The answer has no lag, as always for the leader. */
    record Absent() implements Lag {}
}
