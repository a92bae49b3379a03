package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.postgresql.Tablespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tablespaces: their directories, the SQL that creates them, and what makes room for a new copy.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createtablespace.html">PostgreSQL: CREATE TABLESPACE</a>
 */
public final class Tablespaces {

    private Tablespaces() {}

    /** Their directories, in the order of the specification. */
    public static List<String> directories(Cluster cluster) {
        return cluster.postgresql().tablespaces().stream()
                .map(Tablespace::directory)
                .toList();
    }

    /** The directories that a copy of the server fills: data, WAL where it is apart, tablespaces. */
    public static List<String> allOfTheServer(PlanContext context) {
        List<String> all = new ArrayList<>(List.of(context.layout().dataDirectory()));
        String wal = context.layout().walDirectory();
        if (wal != null) {
            all.add(wal);
        }
        all.addAll(directories(context.cluster()));
        return all;
    }

    /** The command that removes them all. */
    public static String removal(DocumentContext context) {
        return "rm -rf "
                + allOfTheServer(context.context()).stream().map(Shell::word).collect(Collectors.joining(" "));
    }

    /** Creates those that are missing. One at another directory is an error, because PostgreSQL cannot move it. */
    static void write(PlanContext context, LineText text) {
        Cluster cluster = context.cluster();
        String owners = cluster.databases().stream()
                .map(Database::owner)
                .distinct()
                .map(owner -> owner.quoted())
                .collect(Collectors.joining(", "));
        for (Tablespace tablespace : cluster.postgresql().tablespaces()) {
            String name = tablespace.name().quoted();
            String literal = DatabaseScripts.literal(tablespace.name().value());
            String directory = DatabaseScripts.literal(tablespace.directory());
            text.blank()
                    .line("SELECT " + DatabaseScripts.literal("CREATE TABLESPACE " + name + " LOCATION " + directory))
                    .line(" WHERE NOT EXISTS (SELECT FROM pg_tablespace WHERE spcname = " + literal + ") \\gexec")
                    .comment(context.say(
                            "A tablespace that is elsewhere stops this here: PostgreSQL does not move it.",
                            "Если пространство лежит в другом месте, выполнение здесь остановится: PostgreSQL его"
                                    + " не переносит."))
                    .words("SELECT " + DatabaseScripts.literal(elsewhere(context, tablespace)))
                    .line("  FROM pg_tablespace WHERE spcname = " + literal + " AND pg_tablespace_location(oid) <> "
                            + directory + " \\gexec");
            if (!owners.isEmpty()) {
                text.line("GRANT CREATE ON TABLESPACE " + name + " TO " + owners + ";");
            }
        }
    }

    private static String elsewhere(PlanContext context, Tablespace tablespace) {
        String message = context.say(
                "tablespace " + tablespace.name() + " is not in " + tablespace.directory(),
                "табличное пространство " + tablespace.name() + " лежит не в " + tablespace.directory());
        return "DO $pg1c$ BEGIN RAISE EXCEPTION USING MESSAGE = " + DatabaseScripts.literal(message) + "; END $pg1c$";
    }

    /**
     * The program that Patroni runs before each copy; empty without tablespaces. A copy that was broken off takes back
     * the data directory but not the tablespaces, and nothing refers to what is in them then.
     *
     * @see <a href="https://www.postgresql.org/docs/current/app-pgbasebackup.html">PostgreSQL: pg_basebackup</a>
     */
    static Optional<RenderedFile> emptying(PlanContext context) {
        List<String> directories = directories(context.cluster());
        if (directories.isEmpty()) {
            return Optional.empty();
        }
        String versions = directories.stream()
                .map(directory -> Shell.word(directory) + "/PG_[0-9]*_[0-9]*")
                .collect(Collectors.joining(" "));
        return Optional.of(LineText.script(
                        context,
                        context.say(
                                "Patroni runs this before it copies a standby. Without a data directory nothing refers to"
                                        + " what is left in the tablespaces.",
                                "Patroni выполняет этот сценарий перед копированием реплики. Без каталога данных ничто"
                                        + " не ссылается на остатки в табличных пространствах."),
                        Need.NOTHING)
                .line("set -eu")
                .line("data=" + Shell.word(context.layout().dataDirectory()))
                .line("if [ -z \"$(ls -A \"$data\" 2> /dev/null)\" ]; then")
                .line("  for version in " + versions + "; do")
                .line("    [ ! -d \"$version\" ] || rm -rf \"$version\"")
                .line("  done")
                .line("fi")
                .comment(context.say("Patroni goes on to pg_basebackup.", "Patroni перейдёт к pg_basebackup."))
                .line("exit 1")
                .program(PostgresqlPaths.EMPTY_TABLESPACES));
    }
}
