package io.github.pg1c.patroni;

/**
 * What one of many clusters says.
 *
 * @param <T> what was asked for
 * @since 0.1
 */
public sealed interface FleetAnswer<T> {
    /**
     * An answer.
     *
     * @param value the answer
     * @param <T> what was asked for
     */
    record Known<T>(T value) implements FleetAnswer<T> {}

    /**
     * No answer.
     *
     * @param reason why, for people
     * @param <T> what was asked for
     */
    record Unknown<T>(String reason) implements FleetAnswer<T> {}
}
