package io.github.pg1c.patroni.operation;

/**
 * The evidence that something was done.
 *
 * @since 0.1
 */
public enum Evidence {
    /** Patroni confirmed it. */
    ANSWER,
    /** Patroni did not confirm it, but the cluster shows it; somebody else may have done it at the same time. */
    OBSERVATION
}
