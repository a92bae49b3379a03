package io.github.pg1c.bundle.component.haproxy;

/** Places of HAProxy's files on a node. */
public final class HaproxyPaths {

    /** Configuration. */
    public static final String CONFIG = "/etc/haproxy/haproxy.cfg";
    /** Password of the statistics page as {@code HAPROXY_STATS_PASSWORD}; secret. */
    public static final String ENVIRONMENT = "/etc/haproxy/haproxy.env";
    /** {@code client.pem} and {@code server.pem}, certificate and key in one file each. */
    public static final String TLS = "/etc/haproxy/tls";
    /** Revocation list of the cluster's authority, PEM; missing before the first revocation. */
    public static final String REVOKED = TLS + "/crl.pem";

    /** Socket at which it answers HTTP 200 while it works. */
    public static final String HEALTH = "/run/haproxy/health.sock";

    private HaproxyPaths() {}
}
