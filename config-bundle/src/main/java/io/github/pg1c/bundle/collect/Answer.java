package io.github.pg1c.bundle.collect;

/**
 * An answer to a question of yes or no.
 *
 * @since 0.1
 */
public enum Answer {
    YES,
    NO,
    /** It could not be found out; {@link HostFacts#why} has the reason. */
    UNKNOWN
}
