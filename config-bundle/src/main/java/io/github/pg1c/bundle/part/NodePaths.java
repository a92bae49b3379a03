package io.github.pg1c.bundle.part;

/**
 * Paths on a node that a configuration file names and another part of pg1c fills: certificates, keys, environment files.
 *
 * <p>Everything secret among them stands in the secrets store, never in the bundle.
 *
 * @since 0.1
 */
public final class NodePaths {

    /** etcd's configuration file. */
    public static final String ETCD_CONFIG = "/etc/etcd/etcd.yml";
    /** Directory of etcd's certificates and keys, owned by etcd's user. */
    public static final String ETCD_TLS = "/etc/etcd/tls";
    /** The CA of etcd: {@code ca.pem}; {@code server.pem}, {@code server-key.pem}, {@code peer.pem}, {@code peer-key.pem} stand beside it. */
    public static final String ETCD_CA = ETCD_TLS + "/ca.pem";
    /** What the CA of etcd has revoked, DER, once it has. */
    public static final String ETCD_REVOKED = ETCD_TLS + "/crl.der";
    /** Certificate for administrators' etcdctl on an etcd node, readable by root only: {@code /etc/etcd/tls/client.pem}, {@code client-key.pem}. */
    public static final String ETCD_CLIENT = ETCD_TLS + "/client";

    /** Patroni's configuration file. */
    public static final String PATRONI_CONFIG = "/etc/patroni/patroni.yml";
    /** Passwords for Patroni as PATRONI_* variables; secret. */
    public static final String PATRONI_ENVIRONMENT = "/etc/patroni/patroni.env";
    /**
     * Directory of the certificates of a PostgreSQL node, owned by PostgreSQL's user: {@code ca.pem} (the cluster's CA),
     * {@code etcd-ca.pem}, and certificate and key ({@code <name>.pem}, {@code <name>-key.pem}) of {@code etcd-client},
     * {@code rest}, {@code patroni-client}, {@code postgresql}.
     */
    public static final String PATRONI_TLS = "/etc/patroni/tls";
    /** What the cluster's CA has revoked, PEM, once it has. */
    public static final String PATRONI_REVOKED = PATRONI_TLS + "/crl.pem";
    /** SQL that creates databases; without passwords. */
    public static final String DATABASES_SQL = "/etc/patroni/databases.sql";
    /** SQL that creates roles with their SCRAM verifiers; secret. */
    public static final String ROLES_SQL = "/etc/patroni/roles.sql";
    /** Script that Patroni runs once on the first leader. */
    public static final String POST_BOOTSTRAP = "/etc/patroni/post-bootstrap.sh";

    /** PgBouncer's configuration file. */
    public static final String PGBOUNCER_CONFIG = "/etc/pgbouncer/pgbouncer.ini";
    /** PgBouncer's rules of access. */
    public static final String PGBOUNCER_HBA = "/etc/pgbouncer/pg_hba.conf";
    /** PgBouncer's list of users with SCRAM verifiers; secret. */
    public static final String PGBOUNCER_USERS = "/etc/pgbouncer/userlist.txt";
    /** Directory of {@code ca.pem}, {@code server.pem}, {@code server-key.pem}, owned by PgBouncer's user. */
    public static final String PGBOUNCER_TLS = "/etc/pgbouncer/tls";

    /** HAProxy's configuration file. */
    public static final String HAPROXY_CONFIG = "/etc/haproxy/haproxy.cfg";
    /** Password of the statistics page as {@code HAPROXY_STATS_PASSWORD}; secret. */
    public static final String HAPROXY_ENVIRONMENT = "/etc/haproxy/haproxy.env";
    /** Directory of {@code ca.pem} and {@code client.pem}, {@code server.pem} (certificate and key in one file each). */
    public static final String HAPROXY_TLS = "/etc/haproxy/tls";

    /** What the cluster's CA has revoked, PEM, once it has. */
    public static final String HAPROXY_REVOKED = HAPROXY_TLS + "/crl.pem";

    private NodePaths() {}
}
