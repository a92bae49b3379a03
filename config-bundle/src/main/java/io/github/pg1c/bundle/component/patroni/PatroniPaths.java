package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;

/** Places of Patroni's files on a node. */
public final class PatroniPaths {

    /** Configuration. */
    public static final String CONFIG = "/etc/patroni/patroni.yml";
    /** What all members share, as {@code patronictl edit-config --apply} takes it. */
    public static final String SHARED = "/etc/patroni/shared.yml";
    /** Passwords as PATRONI_* variables; secret. */
    public static final String ENVIRONMENT = "/etc/patroni/patroni.env";
    /** Certificates and keys: {@code etcd-client}, {@code rest}, {@code patroni-client}, and PostgreSQL's. */
    public static final String TLS = PostgresqlPaths.TLS;
    /** Certificates of the cluster's authority. */
    public static final String CA = TLS + "/ca.pem";
    /** What the cluster's authority has revoked, PEM, once it has. */
    public static final String REVOKED = TLS + "/crl.pem";

    private PatroniPaths() {}
}
