package io.github.pg1c.pki;

import static io.github.pg1c.pki.Usage.CLIENT_AUTH;
import static io.github.pg1c.pki.Usage.SERVER_AUTH;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The purpose of a certificate: the program that presents it and the programs that check it. A purpose determines the
 * usages and names that these programs require.
 *
 * @see <a href="https://etcd.io/docs/v3.6/op-guide/security/">etcd: transport security</a>, <a
 *     href="https://patroni.readthedocs.io/en/latest/yaml_configuration.html#rest-api">Patroni: REST API</a>, <a
 *     href="https://www.postgresql.org/docs/current/ssl-tcp.html">PostgreSQL: SSL</a>
 * @since 0.1
 */
public enum Purpose {
    /**
     * etcd's client port. Both usages: etcd's gRPC gateway, which Patroni uses, connects to the same member with this
     * certificate.
     */
    ETCD_SERVER(CommonName.OPTIONAL, SERVER_AUTH, CLIENT_AUTH),
    /** etcd's peer port. Both usages, because a member is client and server of its peers. */
    ETCD_PEER(CommonName.OPTIONAL, SERVER_AUTH, CLIENT_AUTH),
    /** A client of etcd's gRPC interface such as etcdctl. The common name is the user of etcd's role-based access. */
    ETCD_CLIENT(CommonName.REQUIRED, CLIENT_AUTH),
    /**
     * Patroni as etcd's client. No common name: etcd's gateway refuses certificates that have one as soon as
     * authentication is on.
     */
    PATRONI_ETCD_CLIENT(CommonName.FORBIDDEN, CLIENT_AUTH),
    /** Patroni's REST API. Server only; calls of other members use {@link #PATRONI_CLIENT}. */
    PATRONI_REST(CommonName.OPTIONAL, SERVER_AUTH),
    /** A caller of Patroni's REST API: patronictl, and a member that calls another. */
    PATRONI_CLIENT(CommonName.OPTIONAL, CLIENT_AUTH),
    /** The PostgreSQL server. Server only: libpq as a standby authenticates with a password. */
    POSTGRESQL_SERVER(CommonName.OPTIONAL, SERVER_AUTH),
    /** PgBouncer's port for clients. */
    PGBOUNCER_SERVER(CommonName.OPTIONAL, SERVER_AUTH),
    /** HAProxy's health checks of Patroni's REST API, which may require a client certificate. */
    HAPROXY_CLIENT(CommonName.OPTIONAL, CLIENT_AUTH),
    /** HAProxy's own pages, such as its statistics. */
    HAPROXY_SERVER(CommonName.OPTIONAL, SERVER_AUTH),
    /** A person or a tool that operates the cluster. The common name identifies it in logs. */
    OPERATOR(CommonName.REQUIRED, CLIENT_AUTH),
    /**
     * A user of PostgreSQL, or a standby that replicates, who authenticates by certificate: {@link PgIdent} maps its
     * common name to a role.
     */
    POSTGRESQL_CLIENT(CommonName.REQUIRED, CLIENT_AUTH),
    /** A collector of metrics that calls etcd, Patroni or an exporter. The common name identifies it in logs. */
    MONITORING(CommonName.REQUIRED, CLIENT_AUTH),
    /** A server that does not belong to the cluster. */
    SERVER(CommonName.OPTIONAL, SERVER_AUTH),
    /** A client that does not belong to the cluster. */
    CLIENT(CommonName.OPTIONAL, CLIENT_AUTH),
    /** A program outside the cluster that is server and client with one certificate. */
    SERVER_AND_CLIENT(CommonName.OPTIONAL, SERVER_AUTH, CLIENT_AUTH);

    /** Whether the subject carries a common name. */
    public enum CommonName {
        /** The consumer reads the name. */
        REQUIRED,
        /** The name is for people. */
        OPTIONAL,
        /** The consumer refuses a certificate that has one. */
        FORBIDDEN
    }

    private final CommonName commonName;
    private final Set<Usage> usages;

    Purpose(CommonName commonName, Usage first, Usage... more) {
        this.commonName = commonName;
        this.usages = Collections.unmodifiableSet(EnumSet.of(first, more));
    }

    /** Whether the subject must, may or must not carry a common name. */
    public CommonName commonName() {
        return commonName;
    }

    /** The extended key usages, in the order in which they are written. */
    public Set<Usage> usages() {
        return usages;
    }

    /** True for a server's certificate, which needs the server's host names or addresses. */
    public boolean isServer() {
        return usages.contains(SERVER_AUTH);
    }
}
