package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Database.Application;
import io.github.pg1c.model.Node;

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
                        "Creates the databases; does nothing to those that exist. Run as the superuser by psql.",
                        "Создаёт базы данных; существующие не меняет. Выполняется суперпользователем через psql."),
                Need.MANUAL);
        text.line("\\set ON_ERROR_STOP on");
        String libraries = context.tuning()
                .of(node.name())
                .value("shared_preload_libraries")
                .orElse("");
        if (libraries.contains("pg_stat_statements")) {
            text.line("CREATE EXTENSION IF NOT EXISTS pg_stat_statements;");
        }
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
                .line("GRANT CONNECT ON DATABASE " + name + " TO pg_monitor;")
                .line("\\connect " + name)
                .line("REVOKE CREATE ON SCHEMA public FROM PUBLIC;")
                .line("GRANT ALL ON SCHEMA public TO " + owner + ";");
        if (database.application() == Application.ONE_C) {
            for (String extension : cluster.postgresql().distribution().extensions1c()) {
                text.line("CREATE EXTENSION IF NOT EXISTS \"" + extension + "\";");
            }
        }
    }

    private static String literal(String value) {
        String escaped = value.replace("'", "''");
        return value.contains("\\") ? "E'" + escaped.replace("\\", "\\\\") + "'" : "'" + escaped + "'";
    }
}
