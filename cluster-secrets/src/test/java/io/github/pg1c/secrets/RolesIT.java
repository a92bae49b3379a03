package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseExtension;
import io.github.pg1c.model.value.SqlName;
import java.io.File;
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

/** A real PostgreSQL runs the SQL of roles and databases, and accepts the store's passwords. */
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
        SecretStore store = store(SecretClusters.cluster(SecretClusters.odd()));
        String sql = roles(store);

        // WHEN the file is run twice, as after a repeated bootstrap
        psql("-f", sql);
        psql("-f", sql);

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
                                    "SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolconnlimit,"
                                            + " pg_has_role('pg_monitor', 'MEMBER'),"
                                            + " pg_has_role('pg_read_all_data', 'MEMBER') FROM pg_roles"
                                            + " WHERE rolname = current_user"),
                            Map.of("PGPASSWORD", password)))
                    .isEqualTo(flag(role.superuser()) + "|" + flag(role.createDatabases()) + "|"
                            + flag(role.createRoles()) + "|" + flag(role.replication()) + "|"
                            + (role.connectionLimit() == null ? -1 : role.connectionLimit()) + "|"
                            // Through a role that it is a member of.
                            + flag(role.superuser()
                                    || role.monitoring()
                                    || !role.memberOf().isEmpty())
                            + "|" + flag(role.superuser() || !role.memberOf().isEmpty()) + "\n");
        }
        assertThat(Files.readString(server.resolve("log")))
                .contains("SELECT rolsuper")
                .doesNotContain("SCRAM-SHA-256");
    }

    @Test
    void settingsOf1cLeaveWithItsApplicationAndThoseOfAnAdministratorStay() throws Exception {
        // GIVEN a database of 1C and another one, with settings of an administrator at both
        create(SecretClusters.cluster(SecretClusters.mixed("1c")));
        psql("-c", "ALTER DATABASE shop SET row_security = off");
        psql("-c", "ALTER DATABASE \"pay \"\"1\"\" o'x\" SET work_mem = '7MB'");
        create(SecretClusters.cluster(SecretClusters.mixed("1c")));
        assertThat(settings())
                .anyMatch(line -> line.contains("pay \"1\" o'x") && line.contains("row_security=off"))
                .anyMatch(line -> line.contains("Il'ya \"1\"") && line.contains("row_security=off"));

        // WHEN the database becomes another application's
        create(SecretClusters.cluster(SecretClusters.mixed("other")));

        // THEN what the administrator wrote is all that is left
        assertThat(settings()).containsExactly("pay \"1\" o'x||{work_mem=7MB}", "shop||{row_security=off}");
    }

    @Test
    void membershipsLeaveWithTheSpecificationAndThoseOfAnAdministratorStay() throws Exception {
        Cluster cluster = SecretClusters.cluster(SecretClusters.odd());
        psql("-f", roles(store(cluster)));
        psql("-c", "GRANT pg_signal_backend TO backup");

        psql(
                "-f",
                roles(store(cluster.withRoles(cluster.roles().stream()
                        .map(role -> role.name().value().equals("backup")
                                ? role.withMemberOf(List.of(SqlName.parse("pg_read_all_data")))
                                : role)
                        .toList()))));
        assertThat(groupsOfBackup()).containsExactly("pg_read_all_data", "pg_signal_backend");

        psql(
                "-f",
                roles(store(cluster.withRoles(cluster.roles().stream()
                        .map(role -> role.withMemberOf(List.of()))
                        .toList()))));
        assertThat(groupsOfBackup()).containsExactly("pg_signal_backend");
        assertThat(settings()).isEmpty();
    }

    @Test
    void extensionsFollowTheSpecification() throws Exception {
        Cluster cluster = SecretClusters.cluster(SecretClusters.mixed("other"));
        create(cluster);
        psql("-d", "shop", "-c", "CREATE EXTENSION pg_trgm VERSION '1.5'");

        Cluster extended = cluster.withDatabases(cluster.databases().stream()
                .map(database -> database.withExtensions(
                        List.of(new DatabaseExtension(SqlName.parse("pg_trgm"), SqlName.parse("Own place"), "1.6"))))
                .toList());
        create(extended);
        create(extended);

        assertThat(psql(
                                "-d",
                                "shop",
                                "-Atc",
                                "SELECT extversion, extnamespace::regnamespace FROM pg_extension WHERE extname = 'pg_trgm'")
                        .strip())
                .isEqualTo("1.6|\"Own place\"");
    }

    private List<String> groupsOfBackup() throws Exception {
        return psql(
                        "-Atc",
                        "SELECT roleid::regrole FROM pg_auth_members WHERE member = 'backup'::regrole ORDER BY"
                                + " roleid::regrole::text")
                .lines()
                .toList();
    }

    /** Roles and databases as the runbook has them. */
    private void create(Cluster cluster) throws Exception {
        psql("-f", roles(store(cluster)));
        String path = "nodes/pg1/rootfs/etc/patroni/databases.sql";
        String text = Bundle.of(cluster, "0".repeat(64), "0.1").files().stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElseThrow()
                .content();
        Path sql = Files.writeString(server.resolve("databases.sql"), withLocaleOfThisHost(text));
        psql("-f", sql.toString());
    }

    private List<String> settings() throws Exception {
        return psql(
                        "-Atc",
                        "SELECT datname, rolname, setconfig FROM pg_db_role_setting LEFT JOIN pg_database d ON d.oid ="
                                + " setdatabase LEFT JOIN pg_roles r ON r.oid = setrole ORDER BY 1")
                .lines()
                .toList();
    }

    private SecretStore store(Cluster cluster) {
        SecretStore store = SecretStore.of(cluster, directory.resolve("secrets"));
        store.ensure(Clock.systemUTC(), new SecureRandom());
        return store;
    }

    private String roles(SecretStore store) throws Exception {
        Path sql = server.resolve("roles.sql");
        String text = Files.readString(store.directory().resolve("nodes/pg1/rootfs/etc/patroni/roles.sql"));
        Files.writeString(sql, withLocaleOfThisHost(text));
        run(List.of("chown", "postgres", sql.toString()), Map.of());
        return sql.toString();
    }

    /** The installer makes the locale of messages on a node. */
    private static String withLocaleOfThisHost(String sql) {
        return sql.replace("en_US.UTF-8", "C.UTF-8");
    }

    private static String flag(boolean value) {
        return value ? "t" : "f";
    }

    private String psql(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("psql", "-X", "-q", "-d", "postgres", "-h", server.toString(), "-p", String.valueOf(port)));
        command.addAll(List.of(arguments));
        return asPostgres(command.toArray(String[]::new));
    }

    private String data() {
        return server.resolve("data").toString();
    }

    private String asPostgres(String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of("runuser", "-u", "postgres", "--"));
        all.addAll(List.of(command));
        return run(all, Map.of());
    }

    private String run(List<String> command, Map<String, String> environment) throws Exception {
        // A file instead of a pipe: the server that pg_ctl leaves behind would hold a pipe open.
        Path output = Files.createTempFile(directory, "output", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(new File("/"))
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
