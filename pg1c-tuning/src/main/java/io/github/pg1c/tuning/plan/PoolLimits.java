package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;

/**
 * The pooler's limits, and the files that it and the server may open.
 *
 * <p>1C needs a pool in session mode, where each client that works holds one connection to the server; so the pool is
 * as large as the connections of 1C.
 *
 * @param maxClientConnections {@code max_client_conn}: 1C's connections and room for administrators
 * @param poolSize {@code default_pool_size}: every connection of 1C or other applications
 * @param maxDbConnections {@code max_db_connections}: what the server leaves to ordinary roles
 * @param fileDescriptors {@code LimitNOFILE} of PostgreSQL's and of the pooler's unit
 * @param reserved what the server does not leave to ordinary roles, in words
 * @param reason why, with the numbers
 * @see <a href="https://www.pgbouncer.org/config.html">PgBouncer: configuration</a>
 * @since 0.1
 */
public record PoolLimits(
        int maxClientConnections,
        int poolSize,
        int maxDbConnections,
        int fileDescriptors,
        Text reserved,
        Text reason) {}
