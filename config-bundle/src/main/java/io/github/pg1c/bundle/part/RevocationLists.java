package io.github.pg1c.bundle.part;

/**
 * Of which authorities the nodes check revocation lists. There is a list once something was revoked; before, no line of the configuration names one, because
 * a list that is missing or has ended refuses everybody.
 *
 * <p>etcd checks its clients and its peers against the list of {@code etcd}. HAProxy checks Patroni's REST APIs, PostgreSQL its clients, and libpq in
 * Patroni and in standbys the other PostgreSQL servers against the list of {@code cluster}. Patroni's REST API and PgBouncer cannot check one.
 *
 * @param etcd of the authority of etcd and its clients
 * @param cluster of the authority of everything else
 * @see <a href="https://etcd.io/docs/v3.5/op-guide/security/">etcd: transport security</a>,
 *     <a href="https://docs.haproxy.org/3.0/configuration.html#5.2-crl-file">HAProxy: crl-file</a>,
 *     <a href="https://www.postgresql.org/docs/17/runtime-config-connection.html#GUC-SSL-CRL-FILE">PostgreSQL: ssl_crl_file</a>
 * @since 0.1
 */
public record RevocationLists(boolean etcd, boolean cluster) {

    /** Nothing was revoked. */
    public static final RevocationLists NONE = new RevocationLists(false, false);
}
