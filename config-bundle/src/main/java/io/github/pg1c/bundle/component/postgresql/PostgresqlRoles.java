package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import java.util.Locale;

/** Roles of the database server. */
public final class PostgresqlRoles {

    /** The role that standbys replicate as. */
    public static final String REPLICATION = "replicator";
    /** The role that a former leader is rewound as. */
    public static final String REWIND = "rewind";

    private PostgresqlRoles() {}

    /**
     * SQL that creates the roles with their verifiers; existing roles are changed to the specification.
     *
     * @see <a href="https://www.postgresql.org/docs/17/sql-createrole.html">PostgreSQL: CREATE ROLE</a>
     */
    static ComposedText sql(Cluster cluster) {
        // Verifiers must not get into the server's log.
        ComposedText text = SecretContent.text().plain("""
                \\set ON_ERROR_STOP on
                SET log_statement = 'none';
                SET log_min_duration_statement = -1;
                SET log_min_error_statement = 'panic';
                SET standard_conforming_strings = on;
                """);
        for (DatabaseRole role : cluster.roles()) {
            String name = '"' + Quoting.DOUBLED.quote(role.name().value()) + '"';
            String literal = "'" + Quoting.SQL.quote(role.name().value()) + "'";
            String tag = dollarTag(role.name().value());
            text = text.plain("\nDO " + tag + " BEGIN\n"
                            + "  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = " + literal + ") THEN\n"
                            + "    CREATE ROLE " + name + ";\n"
                            + "  END IF;\n"
                            + "END " + tag + ";\n"
                            + "ALTER ROLE " + name + " LOGIN "
                            + (role.superuser() ? "SUPERUSER" : "NOSUPERUSER") + ' '
                            + (role.createDatabases() ? "CREATEDB" : "NOCREATEDB") + " PASSWORD '")
                    .verifier(PasswordNames.ofRole(role.name()), Quoting.SQL)
                    .plain("';\n"
                            + (role.monitoring() ? "GRANT pg_monitor TO " + name + ";\n" : "")
                            + (setsMessages(cluster, role)
                                    ? "GRANT SET ON PARAMETER lc_messages TO " + name + ";\n"
                                    : ""));
        }
        return text;
    }

    /**
     * Whether 1C logs in as the role and the role lacks the rights for what 1C does on each connect. Before PostgreSQL
     * 15 only a superuser has these rights.
     *
     * @see <a href="https://www.postgresql.org/docs/17/sql-grant.html">PostgreSQL: GRANT SET ON PARAMETER</a>
     */
    private static boolean setsMessages(Cluster cluster, DatabaseRole role) {
        return !role.superuser()
                && cluster.postgresql().version().atLeast(15)
                && cluster.databases().stream()
                        .anyMatch(database -> database.application() == Application.ONE_C
                                && database.owner().equals(role.name()));
    }

    /** A dollar quote that the text does not contain. */
    private static String dollarTag(String text) {
        int number = 0;
        String tag = "$pg1c$";
        while (text.contains(tag)) {
            number++;
            tag = String.format(Locale.ROOT, "$pg1c%d$", number);
        }
        return tag;
    }
}
