package io.github.pg1c.benchmarks.onec.paired;

import io.github.pg1c.benchmarks.onec.Command;
import io.github.pg1c.benchmarks.onec.Configurations;
import io.github.pg1c.benchmarks.onec.FailedRun;
import io.github.pg1c.benchmarks.onec.Infobase;
import io.github.pg1c.benchmarks.onec.Laboratory;
import io.github.pg1c.benchmarks.onec.PostingPhase;
import io.github.pg1c.benchmarks.onec.Regime;
import io.github.pg1c.benchmarks.onec.ReportPhase;
import io.github.pg1c.benchmarks.onec.TestServer;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What huge pages buy: {@code balanced} with them and without them, right after a start and when every session has read
 * all over the shared buffers. The buffers are full: of the infobase, and of tables that stand for the other databases.
 */
final class HugePages {
    private static final List<Integer> SESSIONS = List.of(20, 300);
    /** Its quarter are the shared buffers. */
    private static final MemorySize MEMORY = MemorySize.ofGigabytes(16);

    private static final int CONNECTIONS = 320;
    /** Each less than a quarter of the buffers, so that reading one fills them. */
    private static final int OTHER_TABLES = 4;

    private static final int OTHER_TABLE_BLOCKS = 100_000;

    /** What a session reads of the other tables. */
    private static final int PERCENT = 2;

    private static final int DOCUMENTS = 100;
    private static final int REPORTS = 12;
    private static final int READINGS = 40;

    private static final String HEAD = """
            # Huge pages

            Made by `run.sh huge-pages` with PostgreSQL %s: two servers at once under `balanced` for 16 GB of memory and %d connections (`shared_buffers` = %s, full of an
            infobase of 0.6 GB and of 3.1 GB of other tables), one with `huge_pages = off`, one with `on` and `vm.nr_hugepages` = %d as the bundle sets it. Operations in turn, those of a pair one
            right after the other, over all sessions; processor time of the server with huge pages next to the one without: median (tenth to ninetieth percentile) of the pairs, and the ratio of the sums.

            | sessions | state | operation | pairs | with / without | sums |
            |---|---|---|---|---|---|
            """;

    private final Laboratory laboratory;
    private final PgMajor major;
    private final Infobase infobase = Regime.IN_MEMORY.infobase();
    private final StringBuilder tables = new StringBuilder();
    private int posted;

    private HugePages(Laboratory laboratory) throws IOException, InterruptedException {
        this.laboratory = laboratory;
        this.major = laboratory.major();
    }

    /** The results as Markdown. */
    static String compare(Laboratory laboratory) throws IOException, InterruptedException, SQLException, FailedRun {
        return new HugePages(laboratory).run();
    }

    private TuningPlan plan(String hugePages) {
        return Configurations.balanced(MEMORY, CONNECTIONS, major, Map.of("huge_pages", hugePages));
    }

    private MeteredServer start(String hugePages, Path data) throws IOException, InterruptedException, FailedRun {
        String text = Configurations.of(plan(hugePages), hugePages).text();
        return MeteredServer.start(
                hugePages, laboratory.binaries(), data, text + PairedRuns.WITHOUT_VACUUM, MEMORY.bytes());
    }

    private String run() throws IOException, InterruptedException, SQLException, FailedRun {
        int pages = plan("on").kernel().hugePages();
        reserve(pages);
        Path without = laboratory.copy(Regime.IN_MEMORY, 0);
        fill(without);
        Path with = without.resolveSibling("run1");
        Command.run("rm", "-rf", with.toString());
        Command.run("cp", "-a", "--reflink=auto", without.toString(), with.toString());
        StringBuilder rows = new StringBuilder();
        String version = "";
        for (int sessions : SESSIONS) {
            try (MeteredServer small = start("off", without);
                    MeteredServer huge = start("on", with)) {
                version = huge.server().ask("show server_version");
                rows.append(rows(sessions, small, huge));
                small.shutDown();
                huge.shutDown();
            }
        }
        return HEAD.formatted(
                        version, CONNECTIONS, plan("on").value("shared_buffers").orElseThrow(), pages) + rows
                + """

                The kernel's page tables (`VmPTE` of all processes of a server) when every session has read some blocks in each huge page of the buffers, and what each session has added to those of the server without sessions:

                | sessions | without: all, MB | a session, MB | with: all, MB | a session, MB |
                |---|---|---|---|---|
                """ + tables;
    }

    /** The launcher puts the old number back. */
    private static void reserve(int pages) throws IOException {
        Path setting = Path.of("/proc/sys/vm/nr_hugepages");
        String wanted = Integer.toString(pages);
        Files.writeString(Path.of("/proc/sys/vm/compact_memory"), "1");
        Files.writeString(setting, wanted);
        // In one piece: what is read of a setting byte by byte ends after the first.
        String reserved = Files.readAllLines(setting).get(0);
        if (!reserved.equals(wanted)) {
            throw new IOException("the kernel set aside " + reserved + " of " + wanted + " huge pages: free memory");
        }
    }

    /** A row of the other tables fills a block. What a transaction puts into its own table needs no WAL here. */
    private void fill(Path data) throws IOException, InterruptedException, SQLException, FailedRun {
        try (TestServer server =
                TestServer.start(laboratory.binaries(), data, Laboratory.FOR_LOADING, List.of("env"))) {
            for (int table = 0; table < OTHER_TABLES; table++) {
                String name = "_other" + table;
                server.administer(
                        "create table " + name + " (_row text); alter table " + name
                                + " alter _row set storage plain; insert into " + name
                                + " select repeat('x', 8000) from generate_series(1, " + OTHER_TABLE_BLOCKS + ")",
                        "select count(*) from " + name);
            }
            server.shutDown();
        }
    }

    /** Reads a part of the blocks of the other tables, at random, but some in each huge page. */
    private static void read(MeteredServer server, int session, int percent) throws SQLException {
        for (int table = 0; table < OTHER_TABLES; table++) {
            server.session(session)
                    .fetch("select count(*) from _other" + table + " tablesample system (" + percent + ")");
        }
    }

    private String rows(int sessions, MeteredServer small, MeteredServer huge) throws SQLException, IOException {
        long smallBefore = small.pageTableBytes();
        long hugeBefore = huge.pageTableBytes();
        for (MeteredServer server : List.of(small, huge)) {
            server.open(sessions);
        }
        Pairs.Clients posting =
                Pairs.Clients.of(new PostingPhase(infobase, sessions, 2 * DOCUMENTS, posted), small, huge);
        posted += 2 * DOCUMENTS;
        Pairs.Clients reports = Pairs.Clients.of(new ReportPhase(infobase, sessions, REPORTS), small, huge);
        StringBuilder rows = new StringBuilder();
        rows.append(row(sessions, "after the start", "posting", posting.work(0, DOCUMENTS)));
        rows.append(row(sessions, "after the start", "reports", reports.work(0, REPORTS)));
        for (MeteredServer server : List.of(small, huge)) {
            read(server, 0, 100);
        }
        Pairs first = new Pairs();
        for (int i = 1; i < sessions; i++) {
            int session = i;
            first.add(small, huge, server -> read(server, session, PERCENT));
        }
        rows.append(row(
                sessions, "buffers full", "2 % of the other tables at random, by a session for the first time", first));
        Pairs again = new Pairs();
        for (int i = 0; i < READINGS; i++) {
            int session = i * sessions / READINGS;
            again.add(small, huge, server -> read(server, session, PERCENT));
        }
        rows.append(row(sessions, "warm", "2 % of the other tables at random, others than before", again));
        rows.append(row(sessions, "warm", "posting", posting.work(DOCUMENTS, DOCUMENTS)));
        rows.append(row(sessions, "warm", "reports", reports.work(0, REPORTS)));
        long smallAfter = small.pageTableBytes();
        long hugeAfter = huge.pageTableBytes();
        tables.append(String.format(
                Locale.ROOT,
                "| %d | %.1f | %.2f | %.1f | %.2f |%n",
                sessions,
                megabytes(smallAfter),
                megabytes(smallAfter - smallBefore) / sessions,
                megabytes(hugeAfter),
                megabytes(hugeAfter - hugeBefore) / sessions));
        return rows.toString();
    }

    private static String row(int sessions, String state, String operation, Pairs pairs) {
        String row = "| " + sessions + " | " + state + " | " + operation + " | " + pairs.cells() + " |\n";
        System.out.print(row);
        return row;
    }

    private static double megabytes(long bytes) {
        return bytes / 1048576.0;
    }
}
