package io.github.pg1c.patroni.operation;

/**
 * How it is known that something was done.
 *
 * @since 0.1
 */
public enum Evidence {
    /** Patroni said so. */
    ANSWER,
    /** Patroni did not say so, but the cluster shows it; somebody else may have done it at the same time. */
    OBSERVATION
}
