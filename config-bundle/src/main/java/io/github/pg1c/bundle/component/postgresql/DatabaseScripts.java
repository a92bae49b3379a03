package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.DatabaseExtension;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.plan.PlannedParameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * SQL that creates the databases, and the script that Patroni runs once on the first leader.
 *
 * <p>The script can run again without harm. Roles are in another file, which is in the secrets store because of their
 * SCRAM verifiers.
 *
 * @see <a href="https://www.postgresql.org/docs/17/sql-createdatabase.html">PostgreSQL: CREATE DATABASE</a>
 */
final class DatabaseScripts {

    private DatabaseScripts() {}

    static RenderedFile postBootstrap(PlanContext context) {
        return LineText.script(
                        context,
                        context.say(
                                "Patroni runs this once on the first leader; $1 is the connection string.",
                                "Patroni выполняет этот сценарий один раз на первом лидере; $1 — строка подключения."),
                        Need.INITIALISATION)
                .line("set -eu")
                .line("exec " + context.layout().binDirectory() + "/psql -X -v ON_ERROR_STOP=1 -d \"$1\" \\")
                .line("    -f " + PostgresqlPaths.ROLES + " -f " + PostgresqlPaths.DATABASES)
                .program(PostgresqlPaths.POST_BOOTSTRAP);
    }

    static RenderedFile databases(PlanContext context, Node node) {
        LineText text = LineText.lines(
                context,
                "--",
                context.say(
                        "Creates the databases that are missing, and gives each its rights and settings. Run as the "
                                + "superuser by psql.",
                        "Создаёт недостающие базы данных и задаёт каждой права и настройки. Выполняется "
                                + "суперпользователем через psql."),
                Need.MANUAL);
        text.line("\\set ON_ERROR_STOP on");
        String libraries = context.tuning()
                .of(node.name())
                .value("shared_preload_libraries")
                .orElse("");
        if (libraries.contains("pg_stat_statements")) {
            text.line("CREATE EXTENSION IF NOT EXISTS pg_stat_statements;");
        }
        Tablespaces.write(context, text);
        context.cluster().databases().forEach(database -> database(context, text, database));
        return text.open(PostgresqlPaths.DATABASES);
    }

    private static void database(PlanContext context, LineText text, Database database) {
        Cluster cluster = context.cluster();
        String name = database.name().quoted();
        String owner = database.owner().quoted();
        String locale = literal(database.locale() == null ? cluster.postgresql().locale() : database.locale());
        String create = "CREATE DATABASE " + name + " OWNER " + owner + " ENCODING 'UTF8' LC_COLLATE " + locale
                + " LC_CTYPE " + locale + " TEMPLATE template0";
        text.blank()
                .line("SELECT " + literal(create))
                .line(" WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = "
                        + literal(database.name().value()) + ") \\gexec")
                .line("REVOKE CONNECT, TEMPORARY ON DATABASE " + name + " FROM PUBLIC;")
                .line("GRANT CONNECT ON DATABASE " + name + " TO " + String.join(", ", openedTo(cluster, database))
                        + ";")
                .line("\\connect " + name)
                .line("REVOKE CREATE ON SCHEMA public FROM PUBLIC;")
                .line("GRANT ALL ON SCHEMA public TO " + owner + ";");
        if (database.application() == Application.ONE_C) {
            for (String extension : cluster.postgresql().distribution().extensions1c()) {
                text.line("CREATE EXTENSION IF NOT EXISTS \"" + extension + "\";");
            }
        }
        database.extensions().forEach(extension -> extension(text, extension, owner));
        List<PlannedParameter> own =
                database.application() == Application.ONE_C ? context.tuning().of1c(cluster) : List.of();
        text.comment(context.say(
                "Settings that the database had from this file earlier and has no longer.",
                "Настройки, которые база получила от этого файла раньше и которых у неё больше нет."));
        PlacedSettings.DATABASE.takeBack(database.name().value(), own).forEach(text::line);
        PlacedSettings.DATABASE
                .give(name, own)
                .forEach(line -> text.item(database.name().value(), line));
    }

    /** Who connects without owning it: a superuser needs no right. */
    private static List<String> openedTo(Cluster cluster, Database database) {
        return Stream.concat(
                        Stream.of("pg_monitor"),
                        cluster.roles().stream()
                                .filter(role -> !role.superuser()
                                        && !role.monitoring()
                                        && !role.name().equals(database.owner())
                                        && cluster.access().rules().stream()
                                                .anyMatch(rule -> rule.opens(database.name(), role.name())))
                                .map(role -> role.name().quoted()))
                .toList();
    }

    private static void extension(LineText text, DatabaseExtension extension, String owner) {
        String name = extension.name().quoted();
        String literal = literal(extension.name().value());
        SqlName schema = extension.schema();
        String version = extension.version();
        if (schema != null && !schema.value().startsWith("pg_")) {
            text.line("CREATE SCHEMA IF NOT EXISTS " + schema.quoted() + ";")
                    .line("GRANT USAGE ON SCHEMA " + schema.quoted() + " TO " + owner + ";");
        }
        text.line("CREATE EXTENSION IF NOT EXISTS " + name + (schema == null ? "" : " SCHEMA " + schema.quoted())
                + (version == null ? "" : " VERSION " + literal(version)) + ";");
        if (schema != null) {
            text.line("SELECT " + literal("ALTER EXTENSION " + name + " SET SCHEMA " + schema.quoted()))
                    .line("  FROM pg_extension WHERE extname = " + literal + " AND extnamespace <> "
                            + "(SELECT oid FROM pg_namespace WHERE nspname = " + literal(schema.value()) + ") \\gexec");
        }
        if (version != null) {
            text.line("SELECT " + literal("ALTER EXTENSION " + name + " UPDATE TO " + literal(version)))
                    .line("  FROM pg_extension WHERE extname = " + literal + " AND extversion <> " + literal(version)
                            + " \\gexec");
        }
    }

    /** A string whatever {@code standard_conforming_strings} is. */
    static String literal(String value) {
        String escaped = value.replace("'", "''");
        return value.contains("\\") ? "E'" + escaped.replace("\\", "\\\\") + "'" : "'" + escaped + "'";
    }
}
