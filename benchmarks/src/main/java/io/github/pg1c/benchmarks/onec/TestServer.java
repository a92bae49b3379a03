package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** One PostgreSQL server on a directory of data; the user that owns nothing runs it, since it refuses root. */
public final class TestServer implements AutoCloseable {
    /** Number of the user that owns nothing. */
    public static final String NOBODY = "65534";

    private final Path binaries;
    private final Path data;
    private final int port;

    private TestServer(Path binaries, Path data, int port) {
        this.binaries = binaries;
        this.data = data;
        this.port = port;
    }

    /** Initialises a directory of data; sorting is that of Russian, as an infobase has it. */
    static void initialise(Path binaries, Path data) throws IOException, InterruptedException {
        Files.createDirectories(data);
        Command.run("chown", NOBODY, data.toString());
        Command.run("chmod", "700", data.toString());
        Command.run(
                unprivileged(),
                List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "-D",
                        data.toString(),
                        "-U",
                        "postgres",
                        "-A",
                        "trust",
                        "--locale=C",
                        "--locale-provider=icu",
                        "--icu-locale=ru-RU",
                        "-E",
                        "UTF8",
                        "--no-sync"));
    }

    /**
     * Starts the server with a configuration and nothing else of its own; it is ready for connections when this
     * returns.
     *
     * @param entering the beginning of the command that starts it, for example one that enters control groups
     * @throws FailedRun when it does not start
     */
    public static TestServer start(Path binaries, Path data, String configuration, List<String> entering)
            throws IOException, InterruptedException, FailedRun {
        TestServer server = new TestServer(binaries, data, freePort());
        Files.deleteIfExists(server.log());
        Files.writeString(
                data.resolve("postgresql.conf"),
                configuration + "\nlisten_addresses = '127.0.0.1'\nport = " + server.port
                        + "\nunix_socket_directories = '" + data + "'\nlc_messages = 'C'\n",
                StandardCharsets.UTF_8);
        Command.run("chown", NOBODY, data.resolve("postgresql.conf").toString());
        List<String> words = new ArrayList<>(entering);
        words.addAll(unprivileged());
        try {
            Command.run(
                    words,
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "-w",
                            "-t",
                            "120",
                            "-l",
                            data.resolve("server.log").toString(),
                            "start"));
            return server;
        } catch (IOException e) {
            String said = Files.exists(server.log()) ? Files.readString(server.log()) : "";
            throw new FailedRun("the server does not start: " + said, e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    /** Where it listens on this machine. */
    public int port() {
        return port;
    }

    private Path log() {
        return data.resolve("server.log");
    }

    private static List<String> unprivileged() {
        return List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups", "env", "LC_ALL=C");
    }

    /** A connection that sends every statement as text, as the platform does. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port
                + "/postgres?user=postgres&sslmode=disable&gssEncMode=disable&preferQueryMode=simple");
    }

    /** Runs statements of an administrator, each in a transaction of its own. */
    public void administer(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The only value that a query of an administrator gives. */
    public String ask(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }

    /** Stops it cleanly, with everything on the disk. */
    public void shutDown() throws IOException, InterruptedException {
        stop("fast");
    }

    private void stop(String mode) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            Command.run(
                    unprivileged(),
                    List.of(
                            binaries.resolve("bin/pg_ctl").toString(),
                            "-D",
                            data.toString(),
                            "-w",
                            "-t",
                            "120",
                            "-m",
                            mode,
                            "stop"));
        }
    }

    /** Stops it at once; its data is thrown away. */
    @Override
    public void close() throws IOException, InterruptedException {
        stop("immediate");
    }
}
