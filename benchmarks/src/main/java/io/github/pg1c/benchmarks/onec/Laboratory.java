package io.github.pg1c.benchmarks.onec;

import io.github.pg1c.tuning.catalogue.PgMajor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * Where runs happen: a directory with a filled infobase of each regime, from which every run gets a copy of its own.
 *
 * @param binaries an unpacked PostgreSQL
 * @param directory of infobases; instantly copied where the file system shares blocks, as XFS and Btrfs do
 */
public record Laboratory(Path binaries, Path directory) {
    /** Loading is not measured: no WAL, nothing forced to disk. */
    public static final String FOR_LOADING = "shared_buffers = 1GB\nmaintenance_work_mem = 512MB\nwork_mem = 256MB\n"
            + "fsync = off\nwal_level = minimal\nmax_wal_senders = 0\nmax_wal_size = 20GB\nautovacuum = off\njit = off\n"
            + "max_parallel_workers_per_gather = 0\n";

    private Path filled(Regime regime) throws IOException, InterruptedException {
        return directory.resolve(regime.id() + "-" + major());
    }

    /** The server's major version. */
    public PgMajor major() throws IOException, InterruptedException {
        String said = Command.run(binaries.resolve("bin/postgres").toString(), "--version");
        return new PgMajor(Integer.parseInt(said.replaceFirst("^\\D*(\\d+)[\\s\\S]*", "$1")));
    }

    /** Makes the infobase of a regime unless it is there. */
    public void prepare(Regime regime) throws IOException, InterruptedException, SQLException, FailedRun {
        if (Files.exists(filled(regime))) {
            return;
        }
        Path loading = directory.resolve(regime.id() + ".loading");
        Command.run("rm", "-rf", loading.toString());
        TestServer.initialise(binaries, loading);
        TestServer server = TestServer.start(binaries, loading, FOR_LOADING, List.of("env"));
        try {
            regime.infobase().create(server);
            server.shutDown();
        } catch (SQLException | IOException e) {
            server.close();
            throw e;
        }
        Files.move(loading, filled(regime));
        Command.run("sync");
    }

    /** Parameters that a server has at other values under a configuration than without one. */
    List<String> departing(Configuration configuration) throws IOException, InterruptedException {
        Path data = directory.resolve("empty");
        Command.run("rm", "-rf", data.toString());
        TestServer.initialise(binaries, data);
        try (TestServer server = TestServer.start(binaries, data, configuration.text(), List.of("env"))) {
            return List.of(server.ask("select string_agg(name, ',') from pg_settings"
                            + " where source = 'configuration file' and setting is distinct from boot_val")
                    .split(","));
        } catch (SQLException | FailedRun e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Makes a run's own copy of its infobase; nothing is measured yet.
     *
     * @param slot number of the directory among those that are in use at once
     */
    public Path copy(Regime regime, int slot) throws IOException, InterruptedException {
        Path data = directory.resolve("run" + slot);
        Command.run("rm", "-rf", data.toString());
        Command.run("cp", "-a", "--reflink=auto", filled(regime).toString(), data.toString());
        Command.run("sync");
        return data;
    }
}
