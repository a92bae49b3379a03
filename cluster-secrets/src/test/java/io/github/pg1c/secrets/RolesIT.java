package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.part.PasswordNames;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL runs the roles' SQL and accepts the store's passwords. */
class RolesIT {

    @TempDir
    private Path directory;

    private Path server;
    private Path programs;
    private int port;

    @BeforeEach
    void start() throws Exception {
        programs = programs();
        assumeTrue(Files.isExecutable(programs.resolve("initdb")), "no PostgreSQL server in /usr/lib/postgresql");
        assumeTrue(Files.getAttribute(directory, "unix:uid").equals(0), "running as the user postgres needs root");
        // Other users must be able to enter the directory.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        server = Files.createDirectory(directory.resolve("server"));
        run(List.of("chown", "postgres", server.toString()), Map.of());
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        asPostgres(programs.resolve("initdb").toString(), "-D", data(), "-A", "scram-sha-256", "--auth-local=peer");
        asPostgres(
                programs.resolve("pg_ctl").toString(),
                "-D",
                data(),
                "-w",
                "-l",
                server.resolve("log").toString(),
                "-o",
                "-c listen_addresses=127.0.0.1 -c log_statement=all -p " + port + " -k " + server,
                "start");
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null && Files.exists(server.resolve("data/postmaster.pid"))) {
            asPostgres(programs.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "stop");
        }
    }

    @Test
    void createsRolesThatLogInWithTheirPasswordsAndLeavesNoVerifierInTheLog() throws Exception {
        SecretStore store = SecretStore.of(SecretClusters.cluster(SecretClusters.odd()), directory.resolve("secrets"));
        store.ensure(Clock.systemUTC(), new SecureRandom());
        Path sql = server.resolve("roles.sql");
        Files.copy(store.directory().resolve("nodes/pg1/rootfs/etc/patroni/roles.sql"), sql);
        run(List.of("chown", "postgres", sql.toString()), Map.of());

        // WHEN the file is run twice, as after a repeated bootstrap
        psql("-f", sql.toString());
        psql("-f", sql.toString());

        // THEN each role is as described and its password works
        for (var role : SecretClusters.cluster(SecretClusters.odd()).roles()) {
            String password = Files.readString(
                            store.directory().resolve(PasswordNames.file(PasswordNames.ofRole(role.name()))))
                    .strip();
            assertThat(run(
                            List.of(
                                    "psql",
                                    "-XAtw",
                                    "-h",
                                    "127.0.0.1",
                                    "-p",
                                    String.valueOf(port),
                                    "-U",
                                    role.name().value(),
                                    "-d",
                                    "postgres",
                                    "-c",
                                    "SELECT rolsuper, rolcreatedb, pg_has_role('pg_monitor', 'MEMBER') FROM pg_roles"
                                            + " WHERE rolname = current_user"),
                            Map.of("PGPASSWORD", password)))
                    .isEqualTo(flag(role.superuser()) + "|" + flag(role.createDatabases()) + "|"
                            + flag(role.superuser() || role.monitoring()) + "\n");
        }
        assertThat(Files.readString(server.resolve("log")))
                .contains("SELECT rolsuper")
                .doesNotContain("SCRAM-SHA-256");
    }

    private static String flag(boolean value) {
        return value ? "t" : "f";
    }

    private void psql(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("psql", "-X", "-q", "-d", "postgres", "-h", server.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of(arguments));
        asPostgres(command.toArray(String[]::new));
    }

    private String data() {
        return server.resolve("data").toString();
    }

    private void asPostgres(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        all.addAll(List.of(command));
        run(all, Map.of());
    }

    private String run(List<String> command, Map<String, String> environment) throws Exception {
        // A file instead of a pipe: the server that pg_ctl leaves behind would hold a pipe open.
        Path output = Files.createTempFile(directory, "output", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new java.io.File("/"))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(status).as("%s: %s", command.get(0), said).isZero();
        return said;
    }

    private static Path programs() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return versions;
        }
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .sorted()
                    .reduce((first, second) -> second)
                    .orElse(versions);
        }
    }
}
