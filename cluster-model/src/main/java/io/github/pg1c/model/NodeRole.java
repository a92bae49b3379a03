package io.github.pg1c.model;

/**
 * What runs on a node; a node may have several roles.
 *
 * @since 0.1
 */
public enum NodeRole {
    /** A member of the etcd cluster. */
    ETCD,
    /** PostgreSQL under Patroni, with PgBouncer beside it unless pooling is off. */
    POSTGRESQL,
    /** HAProxy, the entrance for clients. */
    HAPROXY
}
