package io.github.pg1c.patroni;

import io.github.pg1c.base.words.Text;

/**
 * The answer of one of many clusters.
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
     * @param reason why
     * @param <T> what was asked for
     */
    record Unknown<T>(Text reason) implements FleetAnswer<T> {}
}
