package io.github.pg1c.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A test host: its own processes, network, files over a shared root, and name; nothing of it outlives this process.
 *
 * @since 0.1
 */
public final class Host implements AutoCloseable {

    private static final List<String> ALL = List.of("--mount", "--uts", "--ipc", "--net", "--pid");
    private static final String LIBRARY = "/usr/local/lib/pg1c-live";
    private static final List<String> RUNNER = List.of("unit_runner.py", "unit_process.py", "unit_file.py");

    private final String name;
    private final Path logs;
    private final Namespace namespace;

    private Host(String name, Path logs, Namespace namespace) {
        this.name = name;
        this.logs = logs;
        this.namespace = namespace;
    }

    /**
     * Boots a host.
     *
     * @param work directory of the run; the host's logs go to a directory of its name in it
     */
    public static Host boot(String name, DebianRoot root, Path work) {
        try {
            Path logs = Files.createDirectories(work.resolve(name));
            forget(logs);
            Path mountPoint = Files.createDirectories(logs.resolve("root"));
            Path script = Scripts.unpack("host.sh", work);
            Namespace namespace = Namespace.hold(
                    ALL,
                    logs.resolve("boot.log"),
                    List.of("sh", script.toString(), root.path().toString(), mountPoint.toString(), name));
            Host host = new Host(name, logs, namespace);
            for (String part : RUNNER) {
                Scripts.unpack(part, host.path(LIBRARY));
            }
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(Path logs) throws IOException {
        try (DirectoryStream<Path> earlier = Files.newDirectoryStream(logs, "*.log")) {
            for (Path log : earlier) {
                Files.delete(log);
            }
        }
    }

    /** The host's name. */
    public String name() {
        return name;
    }

    /** Process 1 of the host, as the machine numbers it. */
    long pid() {
        return namespace.pid();
    }

    /** A file of the host as this process reaches it. */
    public Path path(String file) {
        return Path.of("/proc/" + pid() + "/root" + file);
    }

    /** Runs a program on the host to its end, as root. */
    public Output run(String... command) {
        return Command.run(Command.inside(pid(), ALL, List.of(command)));
    }

    /** Runs a line of shell on the host to its end, as root. */
    public Output shell(String line) {
        return run("sh", "-c", line);
    }

    /** Starts a unit that is installed on the host; use {@link RunningUnit#awaitReady} to wait for it. */
    public RunningUnit start(String unit) {
        List<String> runner = List.of("python3", LIBRARY + "/" + RUNNER.get(0), unit);
        return RunningUnit.start(name, unit, logs.resolve(unit + ".log"), Command.inside(pid(), ALL, runner));
    }

    /** Where the outputs of the units are, each in a file of the unit's name. */
    public Path logs() {
        return logs;
    }

    @Override
    public void close() {
        namespace.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
