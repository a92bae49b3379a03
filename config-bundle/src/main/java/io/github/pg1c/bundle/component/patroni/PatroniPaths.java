package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.component.postgresql.PostgresqlPaths;

/** Places of Patroni's files on a node. */
public final class PatroniPaths {

    /** Configuration. */
    public static final String CONFIG = "/etc/patroni/patroni.yml";
    /** Shared configuration in the format of {@code patronictl edit-config --apply}. */
    public static final String SHARED = "/etc/patroni/shared.yml";
    /** Passwords as PATRONI_* variables; secret. */
    public static final String ENVIRONMENT = "/etc/patroni/patroni.env";
    /** Certificates and keys: {@code etcd-client}, {@code rest}, {@code patroni-client}, and PostgreSQL's. */
    public static final String TLS = PostgresqlPaths.TLS;
    /** Certificates of the cluster's authority. */
    public static final String CA = TLS + "/ca.pem";
    /** Revocation list of the cluster's authority, PEM; missing before the first revocation. */
    public static final String REVOKED = TLS + "/crl.pem";

    private PatroniPaths() {}
}
