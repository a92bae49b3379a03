package io.github.pg1c.tuning;

/**
 * Where Patroni keeps a parameter.
 *
 * @since 0.1
 */
public enum Scope {
    /** In the dynamic configuration in the DCS: the same for all members and ignored in a local file. */
    DCS,
    /** In the local configuration of each node. */
    LOCAL
}
