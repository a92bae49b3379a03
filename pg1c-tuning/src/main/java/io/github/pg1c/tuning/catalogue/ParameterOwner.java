package io.github.pg1c.tuning.catalogue;

/**
 * Who decides the value of a parameter in a cluster under Patroni.
 *
 * @since 0.1
 */
public enum ParameterOwner {
    /** The user, or a rule in the user's place. */
    USER,
    /** Patroni, from the state of the cluster: it ignores or replaces any other value. */
    PATRONI,
    /** Another section of the specification, for example the paths and certificates of a node. */
    SPECIFICATION
}
