package io.github.pg1c.secrets.content;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import java.util.Locale;
import java.util.function.Function;

/** The text of the secret files that are put together from passwords and verifiers. */
public final class SecretTexts {

    /** The user of Patroni's REST API. */
    public static final String REST_USER = "patroni";

    private SecretTexts() {}

    /**
     * Patroni's users and passwords, read by systemd and by a shell alike.
     *
     * @see <a href="https://patroni.readthedocs.io/en/latest/ENVIRONMENT.html">Patroni: environment</a>
     */
    public static String patroni(Cluster cluster, Function<String, Secret> password) {
        StringBuilder text = new StringBuilder();
        user(text, "SUPERUSER", cluster.postgresql().superuser(), password.apply(Passwords.SUPERUSER));
        user(text, "REPLICATION", "replicator", password.apply(Passwords.REPLICATION));
        user(text, "REWIND", "rewind", password.apply(Passwords.REWIND));
        user(text, "RESTAPI", REST_USER, password.apply(Passwords.REST_API));
        return text.toString();
    }

    public static String haproxy(Function<String, Secret> password) {
        StringBuilder text = new StringBuilder();
        variable(
                text,
                "HAPROXY_STATS_PASSWORD",
                password.apply(Passwords.STATISTICS).reveal());
        return text.toString();
    }

    /**
     * Creates the roles with their verifiers; does no harm when they exist, and brings them to what is specified.
     *
     * @see <a href="https://www.postgresql.org/docs/17/sql-createrole.html">PostgreSQL: CREATE ROLE</a>
     */
    public static String roles(Cluster cluster, Function<String, Secret> verifier) {
        StringBuilder text = new StringBuilder()
                .append("\\set ON_ERROR_STOP on\n")
                // Verifiers do not belong into the server's log.
                .append("SET log_statement = 'none';\n")
                .append("SET log_min_duration_statement = -1;\n")
                .append("SET log_min_error_statement = 'panic';\n")
                .append("SET standard_conforming_strings = on;\n");
        for (DatabaseRole role : cluster.roles()) {
            String name = identifier(role.name().value());
            String tag = tag(role.name().value());
            text.append('\n')
                    .append("DO ")
                    .append(tag)
                    .append(" BEGIN\n")
                    .append("  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ")
                    .append(literal(role.name().value()))
                    .append(") THEN\n    CREATE ROLE ")
                    .append(name)
                    .append(";\n  END IF;\nEND ")
                    .append(tag)
                    .append(";\n")
                    .append("ALTER ROLE ")
                    .append(name)
                    .append(" LOGIN ")
                    .append(role.superuser() ? "SUPERUSER" : "NOSUPERUSER")
                    .append(' ')
                    .append(role.createDatabases() ? "CREATEDB" : "NOCREATEDB")
                    .append(" PASSWORD ")
                    .append(literal(
                            verifier.apply(Passwords.ofRole(role.name())).reveal()))
                    .append(";\n");
            if (role.monitoring()) {
                text.append("GRANT pg_monitor TO ").append(name).append(";\n");
            }
            if (setsMessages(cluster, role)) {
                text.append("GRANT SET ON PARAMETER lc_messages TO ")
                        .append(name)
                        .append(";\n");
            }
        }
        return text.toString();
    }

    /**
     * Whether 1C logs in as the role, and may not yet do what it does on each connect; before PostgreSQL 15 only a
     * superuser could.
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

    /**
     * PgBouncer's list of users.
     *
     * @see <a href="https://www.pgbouncer.org/config.html#authentication-file-format">PgBouncer: authentication file
     *     format</a>
     */
    public static String pgbouncer(Cluster cluster, Function<String, Secret> verifier) {
        StringBuilder text = new StringBuilder();
        for (DatabaseRole role : cluster.roles()) {
            text.append(identifier(role.name().value()))
                    .append(' ')
                    .append(identifier(
                            verifier.apply(Passwords.ofRole(role.name())).reveal()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void user(StringBuilder text, String purpose, String name, Secret password) {
        variable(text, "PATRONI_" + purpose + "_USERNAME", name);
        variable(text, "PATRONI_" + purpose + "_PASSWORD", password.reveal());
    }

    /** Within double quotes systemd and POSIX shells give a meaning to the same four characters. */
    private static void variable(StringBuilder text, String name, String value) {
        text.append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\' || c == '$' || c == '`') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append("\"\n");
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    /** A dollar quote that the text does not contain. */
    private static String tag(String text) {
        int number = 0;
        String tag = "$pg1c$";
        while (text.contains(tag)) {
            number++;
            tag = String.format(Locale.ROOT, "$pg1c%d$", number);
        }
        return tag;
    }
}
