package io.github.pg1c.benchmarks.onec.paired;

import io.github.pg1c.benchmarks.onec.Command;
import io.github.pg1c.benchmarks.onec.Configuration;
import io.github.pg1c.benchmarks.onec.Configurations;
import io.github.pg1c.benchmarks.onec.FailedRun;
import io.github.pg1c.benchmarks.onec.Laboratory;
import io.github.pg1c.benchmarks.onec.Phase;
import io.github.pg1c.benchmarks.onec.PostingPhase;
import io.github.pg1c.benchmarks.onec.Ratios;
import io.github.pg1c.benchmarks.onec.Regime;
import io.github.pg1c.benchmarks.onec.RestructuringPhase;
import io.github.pg1c.benchmarks.onec.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What compression of WAL costs and saves where a standby is connected: a primary with its standby for each way, all
 * at once, and each round of work on one after another.
 */
final class CompressionWithStandby implements AutoCloseable {
    private static final int POSTING_ROUNDS = 24;
    private static final int DOCUMENTS = 20;
    /** So many rounds of posting follow each checkpoint. */
    private static final int ROUNDS_OF_A_CHECKPOINT = 4;

    private static final int RESTRUCTURING_ROUNDS = 8;
    private static final int RESTRUCTURED_ROWS = 80_000;

    private static final String HEAD = """
            # Ways to compress WAL, with a standby

            Made by `run.sh compression-standby` with PostgreSQL %s: for each way a primary and its streaming standby on the same machine, the smaller infobase (0.6 GB), all at once; `balanced` for a
            cluster with 2 GB of memory for each server, without huge pages. A round is the same work on each primary in turn, by one client: %d documents posted (a checkpoint before every %d rounds), or a register of
            %d movements restructured (a checkpoint before each). A commit waits until the standby has replayed it (`synchronous_commit = remote_apply`), so that a round has all of its work in it.
            Processor time of all processes of a server next to `off` in the same round: median (tenth to ninetieth percentile) of the rounds; WAL of a round: median.

            | operation | rounds | wal_compression | primary | standby | both | WAL, MB | WAL next to off |
            |---|---|---|---|---|---|---|---|
            """;

    /** What a primary and its standby took in a round. */
    private record Sample(double primary, double standby, double walMegabytes) {
        private double both() {
            return primary + standby;
        }

        private Sample since(Sample before) {
            return new Sample(primary - before.primary, standby - before.standby, walMegabytes - before.walMegabytes);
        }
    }

    private record Replicated(String way, MeteredServer primary, MeteredServer standby) {
        private Sample now() throws SQLException, IOException {
            double wal =
                    Double.parseDouble(primary.server().ask("select (pg_current_wal_insert_lsn() - '0/0') / 1048576"));
            return new Sample(primary.cpuMillis(), standby.cpuMillis(), wal);
        }
    }

    /** What one client does on a primary in a round. */
    private interface Work {
        void on(Replicated pair, int round) throws SQLException;
    }

    private final Laboratory laboratory;
    private final List<Replicated> pairs = new ArrayList<>();

    private CompressionWithStandby(Laboratory laboratory) {
        this.laboratory = laboratory;
    }

    /** The results as Markdown. */
    static String compare(Laboratory laboratory) throws IOException, InterruptedException, SQLException, FailedRun {
        try (CompressionWithStandby comparison = new CompressionWithStandby(laboratory)) {
            for (Configuration way : Configurations.compressions(laboratory.major())) {
                comparison.start(way);
            }
            return comparison.run();
        }
    }

    private void start(Configuration way) throws IOException, InterruptedException, SQLException, FailedRun {
        Path data = laboratory.copy(Regime.IN_MEMORY, 2 * pairs.size());
        // The infobase was filled with too little WAL for a standby.
        try (TestServer once = TestServer.start(laboratory.binaries(), data, way.text(), List.of("env"))) {
            once.shutDown();
        }
        // The kernel's huge pages might be enough for some of the servers only.
        String text = way.text() + PairedRuns.WITHOUT_VACUUM + "huge_pages = off\n";
        Path copy = data.resolveSibling("run" + (2 * pairs.size() + 1));
        Command.run("rm", "-rf", copy.toString());
        Command.run("cp", "-a", "--reflink=auto", data.toString(), copy.toString());
        Path signal = Files.createFile(copy.resolve("standby.signal"));
        Command.run("chown", TestServer.NOBODY, signal.toString());
        MeteredServer primary = MeteredServer.start(
                way.name(),
                laboratory.binaries(),
                data,
                text + "synchronous_standby_names = '*'\nsynchronous_commit = remote_apply\n",
                Regime.MEMORY_BYTES);
        MeteredServer standby = MeteredServer.start(
                way.name() + "-standby",
                laboratory.binaries(),
                copy,
                text + "primary_conninfo = 'host=127.0.0.1 user=postgres port="
                        + primary.server().port() + "'\n",
                Regime.MEMORY_BYTES);
        pairs.add(new Replicated(way.name(), primary, standby));
        awaitStreaming(primary.server());
        primary.open(1);
    }

    private static void awaitStreaming(TestServer primary) throws SQLException, FailedRun {
        for (int look = 0; look < 600; look++) {
            String streaming = primary.ask("select count(*) from (select pg_sleep(0.1)) s, pg_stat_replication"
                    + " where state = 'streaming' and sync_state = 'sync'");
            if (streaming.equals("1")) {
                return;
            }
        }
        throw new FailedRun("the standby does not stream");
    }

    private String run() throws SQLException, IOException {
        List<Phase.Client> posters = new ArrayList<>();
        Phase posting = new PostingPhase(Regime.IN_MEMORY.infobase(), 1, (POSTING_ROUNDS + 1) * DOCUMENTS, 0);
        for (Replicated pair : pairs) {
            posters.add(posting.client(pair.primary().session(0), 0));
        }
        String posted = rows("posting", POSTING_ROUNDS, ROUNDS_OF_A_CHECKPOINT, (pair, round) -> {
            for (int i = 0; i < DOCUMENTS; i++) {
                posters.get(pairs.indexOf(pair)).operate(round * DOCUMENTS + i);
            }
        });
        String restructured = rows("restructuring", RESTRUCTURING_ROUNDS, 1, (pair, round) -> {
            if (round > 0) {
                pair.primary()
                        .server()
                        .administer(
                                "alter table _accumrg350 drop column _fld306rref",
                                "drop index _accumrg350ng_1, _accumrg350ng_2, _accumrg350ng_3");
            }
            new RestructuringPhase(RESTRUCTURED_ROWS)
                    .client(pair.primary().session(0), 0)
                    .operate(round);
        });
        return HEAD.formatted(
                        pairs.get(0).primary().server().ask("show server_version"),
                        DOCUMENTS,
                        ROUNDS_OF_A_CHECKPOINT,
                        RESTRUCTURED_ROWS)
                + posted
                + restructured;
    }

    /** The first round is not measured: it makes catalogs and plans known to the sessions. */
    private String rows(String operation, int rounds, int ofACheckpoint, Work work) throws SQLException, IOException {
        List<List<Sample>> samples = new ArrayList<>();
        pairs.forEach(pair -> samples.add(new ArrayList<>()));
        List<Replicated> order = new ArrayList<>(pairs);
        for (int round = 0; round <= rounds; round++) {
            if (round % ofACheckpoint == 1 % ofACheckpoint) {
                for (Replicated pair : pairs) {
                    pair.primary().server().administer("checkpoint");
                }
            }
            List<Sample> before = now();
            for (Replicated pair : order) {
                work.on(pair, round);
            }
            List<Sample> after = now();
            for (int i = 0; i < pairs.size() && round > 0; i++) {
                samples.get(i).add(after.get(i).since(before.get(i)));
            }
            Collections.rotate(order, 1);
        }
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            List<Sample> way = samples.get(i);
            List<Sample> off = samples.get(0);
            rows.append("| " + operation + " | " + rounds + " | " + pairs.get(i).way() + " | "
                    + ratios(way, off, Sample::primary) + " | " + ratios(way, off, Sample::standby) + " | "
                    + ratios(way, off, Sample::both) + " | "
                    + String.format(
                            Locale.ROOT,
                            "%.1f",
                            Ratios.of(way.stream().mapToDouble(Sample::walMegabytes))
                                    .median())
                    + " | " + ratios(way, off, Sample::walMegabytes) + " |\n");
        }
        System.out.print(rows);
        return rows.toString();
    }

    private List<Sample> now() throws SQLException, IOException {
        List<Sample> samples = new ArrayList<>();
        for (Replicated pair : pairs) {
            samples.add(pair.now());
        }
        return samples;
    }

    private static String ratios(List<Sample> way, List<Sample> off, ToDoubleFunction<Sample> figure) {
        return Ratios.of(IntStream.range(0, way.size())
                        .mapToDouble(i -> figure.applyAsDouble(way.get(i)) / figure.applyAsDouble(off.get(i))))
                .inner();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        for (Replicated pair : pairs) {
            pair.standby().close();
            pair.primary().close();
        }
    }
}
