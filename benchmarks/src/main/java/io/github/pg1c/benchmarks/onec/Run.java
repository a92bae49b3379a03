package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One run of the whole load under one configuration.
 *
 * @param round number of the round
 * @param position how many runs of the series come before it
 */
record Run(Configuration configuration, Regime regime, Amount amount, int round, int position) {
    private static final String CATALOGS = "select sum(pg_total_relation_size(oid)) / 1048576.0 from pg_class"
            + " where relnamespace = 'pg_catalog'::regnamespace and relkind = 'r'";

    /**
     * A server in its own groups, all phases in order.
     *
     * @param data a copy of the infobase that nobody has touched
     * @return a row for each phase, or one that says why the run does not count
     */
    List<Measurement> measure(Path binaries, Path data) throws IOException, InterruptedException {
        Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
        List<Measurement> rows = new ArrayList<>();
        String durability = "";
        BlockDevice device = BlockDevice.of(data);
        try (ControlGroup group = ControlGroup.limitedTo(Regime.MEMORY_BYTES)) {
            // The cache begins as a busy server has it: with all data, or full of some of it.
            Command.run(
                    group.entering(),
                    List.of(
                            "sh",
                            "-c",
                            "find '" + data + "/base' -type f -size +100k -exec cat {} + | head -c "
                                    + Regime.MEMORY_BYTES + " > /dev/null"));
            try (TestServer server = TestServer.start(binaries, data, configuration.text(), group.entering());
                    PeakMemory memory = new PeakMemory(group)) {
                durability = durability(server);
                for (Phase phase : amount.phases(regime.infobase())) {
                    phase.before(server);
                    memory.take();
                    Counters before = Counters.of(server, group, device);
                    Processors started = Processors.now();
                    long start = System.nanoTime();
                    PhaseRun run = PhaseRun.of(phase, server);
                    awaitEnd(server);
                    Counters used = Counters.of(server, group, device).since(before);
                    double others =
                            Processors.now().others(started, used.cpuNanos(), (System.nanoTime() - start) / 1e9);
                    rows.add(row(
                            phase.name() + " " + phase.clients(),
                            durability,
                            figures(run, used, others, memory.take(), Double.parseDouble(server.ask(CATALOGS))),
                            ""));
                }
                if (group.killed() > 0) {
                    throw new FailedRun("the kernel killed a process: memory exhausted");
                }
            } catch (FailedRun | SQLException e) {
                FailedRun failed = e instanceof FailedRun f ? f : new FailedRun(e.toString(), e);
                return List.of(row(
                        Measurement.FAILED,
                        durability,
                        Map.of(),
                        (group.killed() > 0 ? "killed by the kernel, memory exhausted: " : "") + failed.line()));
            }
        }
        return rows;
    }

    private Measurement row(String phase, String durability, Map<Quantity, Double> figures, String note) {
        return new Measurement(configuration.name(), regime.id(), round, position, phase, durability, figures, note);
    }

    private static String durability(TestServer server) throws SQLException {
        return server.ask("select string_agg(name || '=' || setting, ' ' order by name) from pg_settings"
                + " where name in ('fsync', 'full_page_writes', 'synchronous_commit')");
    }

    /** Sessions tell their counters when they end. */
    private static void awaitEnd(TestServer server) throws SQLException {
        server.ask("select 1 from pg_backend_pid()");
        for (int look = 0; look < 500; look++) {
            String others = server.ask("select count(*) from (select pg_sleep(0.02)) s, pg_stat_activity"
                    + " where backend_type = 'client backend' and pid <> pg_backend_pid()");
            if (others.equals("0")) {
                return;
            }
        }
        throw new SQLException("sessions of clients do not end");
    }

    private static Map<Quantity, Double> figures(
            PhaseRun run, Counters used, double others, long peak, double catalogs) {
        int operations = run.latencies().length;
        Map<Quantity, Double> figures = new EnumMap<>(Quantity.class);
        figures.put(Quantity.SECONDS, run.seconds());
        figures.put(Quantity.PER_SECOND, operations / run.seconds());
        figures.put(Quantity.CPU, used.cpuNanos() / 1e6 / operations);
        figures.put(Quantity.MEDIAN, run.quantile(0.5));
        figures.put(Quantity.P99, run.quantile(0.99));
        figures.put(Quantity.BLOCKS, (double) used.blocks());
        figures.put(Quantity.DISK, used.diskBytes() / 1048576.0);
        figures.put(Quantity.TEMPORARY, used.temporaryBytes() / 1048576.0);
        figures.put(Quantity.WAL, used.walBytes() / 1048576.0);
        figures.put(Quantity.PEAK, peak / 1048576.0);
        figures.put(Quantity.CATALOG, catalogs);
        figures.put(Quantity.CHECKPOINTS, (double) used.checkpoints());
        figures.put(Quantity.VACUUMS, (double) used.vacuums());
        figures.put(Quantity.OTHERS, others);
        return figures;
    }
}
