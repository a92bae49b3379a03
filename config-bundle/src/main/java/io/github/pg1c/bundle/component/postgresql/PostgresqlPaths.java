package io.github.pg1c.bundle.component.postgresql;

/** Places of PostgreSQL's files on a node, except its data and programs, which are in the layout. */
public final class PostgresqlPaths {

    /** Certificates and keys of a PostgreSQL node, owned by PostgreSQL's user. */
    public static final String TLS = "/etc/patroni/tls";
    /** SQL that creates databases; without passwords. */
    public static final String DATABASES = "/etc/patroni/databases.sql";
    /** SQL that creates roles with their SCRAM verifiers; secret. */
    public static final String ROLES = "/etc/patroni/roles.sql";
    /** Script that runs once on the first leader. */
    public static final String POST_BOOTSTRAP = "/etc/patroni/post-bootstrap.sh";
    /** What postgresql.conf includes first where it is apart from the data. */
    public static final String BASE_CONFIG = "/etc/patroni/postgresql.base.conf";

    /** Program that empties the tablespaces before a new copy. */
    public static final String EMPTY_TABLESPACES = "/usr/local/sbin/pg1c-empty-tablespaces";

    /** File that the server's manager keeps in its data directory. */
    static final String MARK = "patroni.dynamic.json";

    private PostgresqlPaths() {}
}
