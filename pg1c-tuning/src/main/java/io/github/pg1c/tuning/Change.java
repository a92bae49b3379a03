package io.github.pg1c.tuning;

/**
 * What a running server needs to take a new value.
 *
 * @since 0.1
 */
public enum Change {
    /** A reload. */
    RELOAD,
    /** A restart. */
    RESTART
}
