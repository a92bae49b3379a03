package io.github.pg1c.tuning;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real server of one version in a directory of its own; an unprivileged user runs it, since it refuses root. */
final class PostgresServer implements AutoCloseable {

    private static final Path BINARIES = Path.of("target", "postgres");

    /** Number of the user that owns nothing; its group has different names on different systems. */
    private static final String NOBODY = "65534";

    private final Path home;
    private final Path data;
    private final int port;

    private PostgresServer(Path home, int port) {
        this.home = home;
        this.data = home.resolve("data");
        this.port = port;
    }

    /** Unpacks, initialises and starts a server; it is ready for connections when this returns. */
    static PostgresServer start(int major, Map<String, String> parameters) throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer(Files.createTempDirectory("pg1c-server-"), freePort());
        try {
            server.unpack(major);
            server.initialise(parameters);
            server.run(
                    server.home.resolve("bin/pg_ctl").toString(),
                    "-D",
                    server.data.toString(),
                    "-w",
                    "-t",
                    "120",
                    "-l",
                    server.log().toString(),
                    "start");
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** A connection as the superuser. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres&sslmode=disable&gssEncMode=disable");
    }

    private void unpack(int major) throws IOException, InterruptedException {
        Path archive = BINARIES.resolve(Integer.toString(major)).resolve("postgres-linux-x86_64.txz");
        execute(List.of("tar", "-xJf", archive.toAbsolutePath().toString(), "-C", home.toString()));
        execute(List.of("chmod", "-R", "a+rX", home.toString()));
        Files.createDirectory(data);
        if (root()) {
            execute(List.of("chown", NOBODY, home.toString(), data.toString()));
        }
    }

    private void initialise(Map<String, String> parameters) throws IOException, InterruptedException {
        run(
                home.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "--no-locale",
                "-E",
                "UTF8",
                "--no-sync");
        StringBuilder conf = new StringBuilder();
        conf.append("listen_addresses = '127.0.0.1'\nport = ").append(port);
        conf.append("\nunix_socket_directories = '").append(home).append("'\n");
        parameters.forEach((name, value) -> conf.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        // Written as the current user into a file that the server's user only reads.
        Path extra = home.resolve("extra.conf");
        Files.writeString(extra, conf, StandardCharsets.UTF_8);
        execute(List.of("chmod", "a+r", extra.toString()));
        run("sh", "-c", "echo \"include '" + extra + "'\" >> " + data.resolve("postgresql.conf"));
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private void run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (root()) {
            line.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        line.addAll(List.of("env", "LC_ALL=C", "HOME=" + home));
        line.addAll(List.of(command));
        execute(line);
    }

    private void execute(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("pg1c-output-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("no end after 300 s: " + command);
            }
            if (process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + "\n" + Files.readString(output)
                        + (Files.exists(log()) ? Files.readString(log()) : ""));
            }
        } finally {
            Files.delete(output);
        }
    }

    private static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            run(home.resolve("bin/pg_ctl").toString(), "-D", data.toString(), "-w", "-m", "immediate", "stop");
        }
        execute(List.of("rm", "-rf", home.toString()));
    }
}
