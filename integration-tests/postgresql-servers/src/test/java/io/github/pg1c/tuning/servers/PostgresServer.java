package io.github.pg1c.tuning.servers;

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
        PostgresServer server = prepare(major);
        try {
            server.restart(parameters);
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Unpacks and initialises a server without starting it. */
    static PostgresServer prepare(int major) throws IOException, InterruptedException {
        PostgresServer server = new PostgresServer(Files.createTempDirectory("pg1c-server-"), freePort());
        try {
            server.unpack(major);
            server.initialise();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Starts the server, after stopping it where it runs, with these parameters and no others. */
    void restart(Map<String, String> parameters) throws IOException, InterruptedException {
        StringBuilder conf = new StringBuilder();
        parameters.forEach((name, value) -> conf.append(name)
                .append(" = '")
                .append(value.replace("'", "''"))
                .append("'\n"));
        restart(conf.toString());
    }

    /** The same with the text of a configuration. */
    void restart(String conf) throws IOException, InterruptedException {
        stop("fast");
        configure(conf);
        Files.deleteIfExists(log());
        run(bin("pg_ctl"), "-D", data.toString(), "-w", "-t", "120", "-l", log().toString(), "start");
    }

    /** What the server calls a parameter's value under a configuration that it only reads; fails when it refuses it. */
    String read(String conf, String parameter) throws IOException, InterruptedException {
        configure(conf);
        return run(bin("postgres"), "-D", data.toString(), "-C", parameter).strip();
    }

    /** What the server has logged since its last start. */
    String messages() throws IOException {
        return Files.readString(log());
    }

    /** A connection as the superuser. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"));
    }

    /** Where JDBC finds the server, as a role. */
    String url(String role) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=" + role + "&sslmode=disable&gssEncMode=disable";
    }

    private String bin(String program) {
        return home.resolve("bin").resolve(program).toString();
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

    private void initialise() throws IOException, InterruptedException {
        run(
                bin("initdb"),
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
        run("sh", "-c", "echo \"include '" + extra() + "'\" >> " + data.resolve("postgresql.conf"));
    }

    /** Written as the current user into a file that the server's user only reads. */
    void configure(String conf) throws IOException, InterruptedException {
        Files.writeString(
                extra(),
                conf + "\nlisten_addresses = '127.0.0.1'\nport = " + port + "\nunix_socket_directories = '" + home
                        + "'\n",
                StandardCharsets.UTF_8);
        execute(List.of("chmod", "a+r", extra().toString()));
    }

    private Path extra() {
        return home.resolve("extra.conf");
    }

    private Path log() {
        return home.resolve("server.log");
    }

    private String run(String... command) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>();
        if (root()) {
            line.addAll(List.of("setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        line.addAll(List.of("env", "LC_ALL=C", "HOME=" + home));
        line.addAll(List.of(command));
        return execute(line);
    }

    private String execute(List<String> command) throws IOException, InterruptedException {
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
            String said = Files.readString(output);
            if (process.exitValue() != 0) {
                throw new IOException(command + " ended with " + process.exitValue() + "\n" + said
                        + (Files.exists(log()) ? Files.readString(log()) : ""));
            }
            return said;
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

    private void stop(String mode) throws IOException, InterruptedException {
        if (Files.exists(data.resolve("postmaster.pid"))) {
            run(bin("pg_ctl"), "-D", data.toString(), "-w", "-m", mode, "stop");
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stop("immediate");
        execute(List.of("rm", "-rf", home.toString()));
    }
}
