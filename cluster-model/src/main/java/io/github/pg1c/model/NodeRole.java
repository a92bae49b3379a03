package io.github.pg1c.model;

/**
 * What runs on a node; a node may have several roles.
 *
 * @since 0.1
 */
public enum NodeRole {
    /** A member of the etcd cluster. */
    ETCD("etcd"),
    /** PostgreSQL under Patroni, with PgBouncer beside it unless pooling is off. */
    POSTGRESQL("PostgreSQL"),
    /** HAProxy, the entrance for clients. */
    HAPROXY("HAProxy");

    private final String title;

    NodeRole(String title) {
        this.title = title;
    }

    /** The name of the program, as people write it; the same in every language. */
    public String title() {
        return title;
    }
}
