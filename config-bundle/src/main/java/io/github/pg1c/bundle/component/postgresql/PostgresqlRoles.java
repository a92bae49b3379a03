package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roles of the database server. */
public final class PostgresqlRoles {

    /** The role that standbys replicate as. */
    public static final String REPLICATION = "replicator";
    /** The role that a former leader is rewound as. */
    public static final String REWIND = "rewind";

    private static final int UNLIMITED = -1;

    /**
     * What pg_rewind calls on the server that it copies from.
     *
     * @see <a href="https://www.postgresql.org/docs/17/app-pgrewind.html">PostgreSQL: pg_rewind</a>
     */
    private static final List<String> REWIND_FUNCTIONS = List.of(
            "pg_ls_dir(text, boolean, boolean)",
            "pg_stat_file(text, boolean)",
            "pg_read_binary_file(text)",
            "pg_read_binary_file(text, bigint, bigint, boolean)");

    private PostgresqlRoles() {}

    /**
     * SQL that creates the roles with their verifiers; existing roles are changed to the specification.
     *
     * @see <a href="https://www.postgresql.org/docs/17/sql-createrole.html">PostgreSQL: CREATE ROLE</a>
     */
    static ComposedText sql(Cluster cluster, ClusterTuning tuning) {
        // Verifiers must not get into the server's log.
        ComposedText text = SecretContent.text().plain("""
                \\set ON_ERROR_STOP on
                SET log_statement = 'none';
                SET log_min_duration_statement = -1;
                SET log_min_error_statement = 'panic';
                SET standard_conforming_strings = on;
                """);
        if (cluster.takenOver().isPresent()) {
            text = ofTheCluster(text, cluster);
        }
        for (DatabaseRole role : cluster.roles()) {
            String name = role.name().quoted();
            text = text.plain(create(name, role.name().value())
                            + "ALTER ROLE " + name + " LOGIN "
                            + (role.superuser() ? "SUPERUSER" : "NOSUPERUSER") + ' '
                            + (role.createDatabases() ? "CREATEDB" : "NOCREATEDB") + ' '
                            + (role.createRoles() ? "CREATEROLE" : "NOCREATEROLE") + ' '
                            + (role.replication() ? "REPLICATION" : "NOREPLICATION") + " CONNECTION LIMIT "
                            + Objects.requireNonNullElse(role.connectionLimit(), UNLIMITED) + " PASSWORD '")
                    .verifier(PasswordNames.ofRole(role.name()), Quoting.SQL)
                    .plain("';\n"
                            + (role.monitoring() ? "GRANT pg_monitor TO " + name + ";\n" : "")
                            + (setsMessages(cluster, role)
                                    ? "GRANT SET ON PARAMETER lc_messages TO " + name + ";\n"
                                    : "")
                            + settings(role, of1cAlone(cluster, role) ? tuning.of1c(cluster) : List.of()));
        }
        // A role may be a member of one that is created after it.
        return text.plain(cluster.roles().stream()
                .flatMap(role -> Memberships.of(role).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining()));
    }

    /**
     * The roles of the cluster itself. Where the cluster makes the database, whatever runs the server makes them, too; a
     * database that is taken over has none of them yet.
     *
     * @see <a href="https://patroni.readthedocs.io/en/latest/existing_data.html">Patroni: convert a standalone</a>
     */
    private static ComposedText ofTheCluster(ComposedText text, Cluster cluster) {
        String superuser = cluster.postgresql().superuser();
        return text.plain("\nALTER ROLE \"" + superuser.replace("\"", "\"\"") + "\" LOGIN PASSWORD '")
                .verifier(PasswordNames.SUPERUSER, Quoting.SQL)
                .plain("';\n" + create(REPLICATION, REPLICATION) + "ALTER ROLE " + REPLICATION
                        + " LOGIN REPLICATION PASSWORD '")
                .verifier(PasswordNames.REPLICATION, Quoting.SQL)
                .plain("';\n" + create(REWIND, REWIND) + "ALTER ROLE " + REWIND + " LOGIN PASSWORD '")
                .verifier(PasswordNames.REWIND, Quoting.SQL)
                .plain("';\n"
                        + REWIND_FUNCTIONS.stream()
                                .map(function ->
                                        "GRANT EXECUTE ON FUNCTION pg_catalog." + function + " TO " + REWIND + ";\n")
                                .collect(Collectors.joining()));
    }

    /** Creates a role when it is missing. */
    private static String create(String quoted, String name) {
        String tag = dollarTag(name);
        return "\nDO " + tag + " BEGIN\n"
                + "  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = '" + Quoting.SQL.quote(name)
                + "') THEN\n"
                + "    CREATE ROLE " + quoted + ";\n"
                + "  END IF;\n"
                + "END " + tag + ";\n";
    }

    /** Whether the role owns databases of 1C and no other, so that its settings hold for those that 1C adds itself. */
    private static boolean of1cAlone(Cluster cluster, DatabaseRole role) {
        List<Application> owned = cluster.databases().stream()
                .filter(database -> database.owner().equals(role.name()))
                .map(Database::application)
                .distinct()
                .toList();
        return owned.equals(List.of(Application.ONE_C));
    }

    private static String settings(DatabaseRole role, List<PlannedParameter> own) {
        return Stream.concat(
                        PlacedSettings.ROLE.takeBack(role.name().value(), own).stream(),
                        PlacedSettings.ROLE.give(role.name().quoted(), own).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
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
