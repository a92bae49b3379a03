package io.github.pg1c.bundle.component.pgbouncer;

/** Places of PgBouncer's files on a node. */
public final class PgbouncerPaths {

    /** Configuration. */
    public static final String CONFIG = "/etc/pgbouncer/pgbouncer.ini";
    /** Rules of access. */
    public static final String ACCESS = "/etc/pgbouncer/pg_hba.conf";
    /** Users with their SCRAM verifiers; secret. */
    public static final String USERS = "/etc/pgbouncer/userlist.txt";
    /** Certificate and key {@code server}, owned by PgBouncer's user. */
    public static final String TLS = "/etc/pgbouncer/tls";

    private PgbouncerPaths() {}
}
