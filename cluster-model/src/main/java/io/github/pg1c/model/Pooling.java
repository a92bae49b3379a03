package io.github.pg1c.model;

/**
 * How PgBouncer shares server connections among clients.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">PgBouncer: features</a>
 * @since 0.1
 */
public enum Pooling {
    /** One server connection for a client's whole session; the only mode that 1C supports. */
    SESSION,
    /** One server connection for each transaction; session settings and temporary tables break. */
    TRANSACTION,
    /** No pooler; HAProxy or the clients reach PostgreSQL itself. */
    OFF
}
