package io.github.pg1c.tuning.input;

import java.util.Locale;

/**
 * What is known of the disk that holds WAL.
 *
 * @since 0.1
 */
public enum WalPlace {
    /** Nothing: its size is assumed. */
    ASSUMED,
    /** WAL has the disk to itself. */
    OWN,
    /** The databases lie on the same disk. */
    SHARED;

    /** The name, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
