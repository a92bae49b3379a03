package io.github.pg1c.bundle.component.diskwatch;

import io.github.pg1c.bundle.component.patroni.MemberConnection;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.bundle.text.ScriptFile;
import io.github.pg1c.bundle.text.ShellText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.postgresql.Tablespace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The script of the watch: what it knows of its node, then the steps, which are the same for every node.
 *
 * <p>A member writes how much space it can spare into its data directory; the leader reads that of the others as the
 * role that rewinds, which may read files of the server. So no port, no right and no password is added.
 *
 * @see <a href="https://www.postgresql.org/docs/current/disk-full.html">PostgreSQL: disk full failure</a>
 */
final class DiskWatchScript {

    /** Its path on a PostgreSQL node. */
    static final String PATH = "/usr/local/sbin/pg1c-disk-watch";

    /** Below this there is too little space. */
    static final DiskShare LIMIT = new DiskShare(5, 256, 2048);

    private static final DiskShare KEPT = new DiskShare(1, 64, 1024);

    /**
     * A directory of temporary files that base backups and pg_rewind leave out.
     *
     * @see <a href="https://www.postgresql.org/docs/current/protocol-replication.html">PostgreSQL: BASE_BACKUP</a>
     */
    private static final String NOT_COPIED = "pg_stat_tmp";

    /** What a member can spare, for the leader. */
    private static final String ROOM = NOT_COPIED + "/pg1c-room";

    /** Base backups and pg_rewind leave out what begins like this below the data directory. */
    private static final String RESERVE_OF_WAL = "pgsql_tmp.pg1c-reserve";

    /** A tablespace has to be empty before it is copied, so its reserve is beside it. */
    private static final String RESERVE_BESIDE = ".pg1c-reserve";

    private static final String STEPS = ScriptFile.read(DiskWatchScript.class, "disk-watch.sh");

    private DiskWatchScript() {}

    static RenderedFile file(PlanContext context, Node node) {
        LineText script = LineText.script(
                context,
                context.say(
                        "Keeps a reserve on the disks of data and WAL. A leader with too little space hands its role to"
                                + " a member that has more. Removes old files of the server's log.",
                        "Держит резерв на дисках данных и WAL. Лидер, у которого мало места, передаёт роль члену, у"
                                + " которого его больше. Удаляет старые файлы журнала сервера."),
                // It notices a new version of itself.
                Need.NOTHING);
        variables(context, node).toString().lines().forEach(script::line);
        messages(context).toString().lines().forEach(script::words);
        STEPS.lines().forEach(script::line);
        return script.program(PATH);
    }

    private static ShellText variables(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        String data = context.layout().dataDirectory();
        ShellText text = new ShellText();
        text.variable("node", node.name().toString());
        text.variable("data", data);
        text.variable("room", room(context.layout()));
        text.comment("disk, directory that is there when it is mounted, reserve");
        text.variable("disks", disks(context));
        text.comment(
                "files of the server's log, and after how many minutes they go; nothing where they are overwritten");
        Duration kept = cluster.postgresql().logs().retention();
        text.variable("logs", kept == null ? "" : context.layout().logDirectory());
        text.variable("log_minutes", kept == null ? "" : Long.toString(kept.toMinutes()));
        text.comment("share of a disk: percent, in MB at least and at most");
        text.variable("limit", LIMIT.words());
        text.variable("kept_share", KEPT.words());
        text.variable("psql", context.layout().binDirectory() + "/psql");
        text.variable("port", Integer.toString(cluster.postgresql().port()));
        text.comment("name, address");
        text.variable("others", others(cluster, node));
        text.variable("api", Endpoints.https(node.address(), cluster.patroni().port()));
        text.variable("tls", PatroniPaths.TLS);
        text.variable("verification", MemberConnection.tls(context));
        text.variable("environment", PatroniPaths.ENVIRONMENT);
        return text;
    }

    private static String others(Cluster cluster, Node node) {
        boolean synchronous = cluster.objectives().synchronous();
        return cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                .filter(other -> !other.equals(node))
                .filter(other -> synchronous ? other.mayTakeOverInSync() : other.failover())
                .map(other -> other.name() + " " + other.address())
                .collect(Collectors.joining("\n"));
    }

    private static ShellText messages(PlanContext context) {
        ShellText text = new ShellText();
        text.blank();
        message(context, text, "low", "little space", "мало места");
        message(context, text, "enough", "enough space again", "места снова достаточно");
        message(context, text, "freed", "the reserve was freed", "резерв освобождён");
        message(context, text, "forgotten", "kept long enough, removed", "срок хранения истёк, удалён");
        message(context, text, "reserved", "a reserve was set aside", "отложен резерв");
        message(
                context,
                text,
                "paused",
                "the leader's role stays here: the cluster is paused",
                "роль лидера остаётся здесь: кластер на паузе");
        message(
                context,
                text,
                "nobody",
                "the leader's role stays here: no other member has twice the limit free",
                "роль лидера остаётся здесь: ни у одного другого члена не свободно вдвое больше предела");
        message(context, text, "unknown", "does not tell its space", "не сообщает о своём месте");
        message(context, text, "handed_over", "the leader's role went to", "роль лидера перешла к");
        message(context, text, "refused", "Patroni refused the switchover to", "Patroni отказался от переключения на");
        return text;
    }

    private static void message(PlanContext context, ShellText text, String name, String english, String russian) {
        text.variable("m_" + name, context.say(english, russian));
    }

    private static String disks(PlanContext context) {
        Layout layout = context.layout();
        String data = layout.dataDirectory();
        String wal = layout.walDirectory();
        Map<String, String> disks = new LinkedHashMap<>();
        disks.put(
                Directory.parent(data),
                data + " " + data + "/" + NOT_COPIED + " " + data + "/" + NOT_COPIED + "/pg1c-reserve");
        if (wal != null) {
            disks.put(wal, wal + " " + wal + "/archive_status " + wal + "/" + RESERVE_OF_WAL);
        }
        // Tablespaces beside each other are on one disk, which may be that of the data.
        for (Tablespace tablespace : context.cluster().postgresql().tablespaces()) {
            String directory = tablespace.directory();
            String parent = Directory.parent(directory);
            disks.putIfAbsent(parent, directory + " " + directory + " " + parent + "/" + RESERVE_BESIDE);
        }
        return String.join("\n", disks.values());
    }

    /** Path of the file that says how much space a member can spare. */
    static String room(Layout layout) {
        return layout.dataDirectory() + "/" + ROOM;
    }

    /** Paths of the reserves of a node. */
    static List<String> reserves(PlanContext context) {
        return disks(context)
                .lines()
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();
    }
}
