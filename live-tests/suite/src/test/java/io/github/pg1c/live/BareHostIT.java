package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.text.Sha256;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.DebianRoot;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Lab;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.live.lab.PlaybookRun;
import io.github.pg1c.live.lab.VendorRepository;
import io.github.pg1c.patroni.cluster.Member;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Hosts that somebody just installed become a running cluster by one command of Ansible, without a network: only the
 * directory of packages is carried over. The commands of the runbook then end the cluster, and its plain server is
 * taken over by a new one. Each test continues the one before.
 */
@Tag("bare")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BareHostIT {

    private static final Path WORK = Path.of("target/live/bare");
    private static final Duration STARTED = Duration.ofMinutes(3);

    /** Shaped as 1C makes its tables. */
    private static final String TABLE = "create table _reference15 (_idrref bytea not null, _version integer not null"
            + " default 0, _marked boolean not null, _predefinedid bytea not null, _code varchar(9) not null,"
            + " _description varchar(150) not null, primary key (_idrref))";

    private static LiveCluster live;
    private static Path packages;
    /** What fetch.sh printed for the specification, which has it. */
    private static String lock = "";
    /** The member that led when the cluster ended. */
    private static String former = "";

    /** What the table of the infobase has when the plain server is taken over. */
    private static String kept = "";

    @BeforeAll
    static void boot() throws IOException {
        Path roots = WORK.resolveSibling("root");
        Path archive = Files.createDirectories(roots.toAbsolutePath()).resolve("etcd.tar");
        DebianRoot prepared = DebianRoot.of(DebianRelease.DEBIAN_13, System.getenv(), roots);
        prepared.pack(archive, "/usr/bin/etcd", "/usr/bin/etcdctl");
        Path specification = roots.resolve("cluster.yaml");
        String text = Files.readString(Path.of("cluster.yaml"))
                .replace("0".repeat(64), Sha256.of(Files.readAllBytes(archive)));
        Files.writeString(specification, text);
        DebianRoot root = DebianRoot.bare(DebianRelease.DEBIAN_13, System.getenv(), roots);
        Path wheels = prepared.wheels(System.getenv(), roots);
        GeneratedFiles newest = GeneratedFiles.from(specification, WORK.resolveSibling("newest"));
        Path found = root.fetch(newest.bundle().resolve("fetch.sh"), wheels, List.of(archive), System.getenv(), roots);
        lock = DebianRoot.said(found).replaceFirst("(?s).*\n(?=packages:)", "");
        Files.writeString(specification, text + "\n" + lock);
        live = LiveCluster.bare(specification, WORK, root);
        packages = live.packages(root, wheels, files(found), roots);
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("SHA256SUMS")).sorted().toList();
        }
    }

    @AfterAll
    static void end() {
        if (live != null) {
            live.close();
        }
    }

    @Test
    @Order(1)
    void everythingThatIsWrongIsSaidBeforeAnythingChanges() throws IOException {
        Host host = live.host("n1");
        Path damaged = WORK.toAbsolutePath().resolve("damaged");
        Files.createDirectories(damaged);
        Files.writeString(damaged.resolve("a.deb"), "not a package");
        Files.writeString(damaged.resolve("b.deb"), "in no list");
        Files.writeString(damaged.resolve("SHA256SUMS"), "0".repeat(64) + "  a.deb\n");
        host.shell("groupadd --gid 2001 etcd && mkdir /srv/damaged").orThrow();
        host.send(damaged, "/srv/damaged").orThrow();
        host.send(live.generated().bundle().resolve("nodes/n2"), "/srv").orThrow();

        Output refused = host.shell("sh /srv/prepare.sh --packages /srv/damaged");
        host.shell("groupdel etcd && rm -r /srv/*").orThrow();

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.text().lines().filter(line -> line.startsWith("PROBLEM: ")))
                .as("another host, another number, another directory, a damaged file, one without a sum, no archive")
                .hasSize(6);
        assertThat(host.shell("command -v haproxy || ls /var/lib/pg1c").succeeded())
                .isFalse();
    }

    /** What was fetched by the exact versions of the specification is the same to the last byte. */
    @Test
    @Order(2)
    void theSamePackagesAreFetchedAgain() {
        assertThat(lock).startsWith("packages:\n  sums: ").contains("\n    patroni: \"", "\n    haproxy: \"");
        assertThat(DebianRoot.said(packages)).contains("files with checksums").doesNotContain("\npackages:\n");
    }

    /** The only packages that this host can have are those of a vendor whose key stands in the specification. */
    @Test
    @Order(3)
    void packagesOfAVendorComeWithItsSignatureOnly() {
        Host host = live.host("n3");
        VendorRepository vendor = VendorRepository.of(packages, WORK.toAbsolutePath());
        vendor.publish(host, "/srv/vendor");
        host.shell("rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*").orThrow();

        Output refused = prepareFrom(host, vendor.key().replaceFirst("\n[A-Za-z0-9+/]{64}\n", "\n"));

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.text()).contains("apt-get update", "Nothing was changed");
        assertThat(host.shell("command -v haproxy || ls /var/lib/pg1c /etc/apt/sources.list.d/*")
                        .succeeded())
                .isFalse();

        assertThat(prepareFrom(host, vendor.key()).orThrow())
                .contains("repository   /etc/apt/sources.list.d/pg1c-vendor.sources", "package      patroni");
        assertThat(host.run("apt-cache", "policy", "patroni").orThrow()).contains("file:/srv/vendor ./ Packages");
        assertThat(prepareFrom(host, vendor.key()).orThrow()).contains("nothing was changed");

        live.generateAgain();
        host.send(live.generated().bundle().resolve("nodes/n3"), "/srv").orThrow();
        assertThat(host.shell("sh /srv/prepare.sh --dry-run").orThrow())
                .contains("not needed any more  /etc/apt/sources.list.d/pg1c-vendor.sources");
        host.shell("rm -r /srv/*").orThrow();
    }

    private static Output prepareFrom(Host host, String key) {
        live.generateWith(Map.of(
                "  os: debian-13\n",
                "  os: debian-13\n  repositories:\n    - name: vendor\n      url: file:///srv/vendor\n      suite: ./\n"
                        + "      key: |\n" + key.indent(8),
                "archive: etcd.tar",
                "archive: /srv/vendor/etcd.tar"));
        host.send(live.generated().bundle().resolve("nodes/n3"), "/srv").orThrow();
        return host.shell("sh /srv/prepare.sh");
    }

    @Test
    @Order(4)
    void oneCommandMakesARunningCluster() throws SQLException {
        assertThat(live.playbook().run("pg1c_packages=" + packages).changed())
                .hasSize(3)
                .allSatisfy((host, changed) -> assertThat(changed).isPositive());

        live.awaitHealthy(STARTED);
        assertThat(Sql.run(live, live.leader(), "show data_checksums")).isEqualTo("on");
        assertThat(Sql.run(live, live.leader(), "select datcollate from pg_database where datname = 'zup'"))
                .isEqualTo("ru_RU.UTF-8");
        assertThat(live.host("n3")
                        .shell("ls /etc/apt/sources.list.d /etc/apt/keyrings")
                        .orThrow())
                .as("no repository that has left the specification")
                .doesNotContain("pg1c-");
        for (Host host : live.hosts()) {
            assertThat(host.run("dpkg", "-S", "/usr/local/bin/etcd").succeeded())
                    .as("from the archive")
                    .isFalse();
            assertThat(host.run("getent", "passwd", "etcd").orThrow()).contains(":2001:2002:");
            assertThat(host.run("apt-mark", "showhold").orThrow().lines()).contains("patroni", "postgresql-17");
            assertThat(host.shell("ls -d /var/lib/pg1c-packages").succeeded()).isFalse();
        }
    }

    @Test
    @Order(5)
    void theNextRunChangesNothing() {
        assertThat(live.playbook().run("pg1c_packages=" + packages).changed())
                .hasSize(3)
                .allSatisfy((host, changed) -> assertThat(changed).as(host).isZero());
    }

    @Test
    @Order(6)
    void packagesOfOtherVersionsStopTheRun() {
        Host host = live.host("n2");
        host.shell("cp /var/lib/dpkg/status /root/ && sed -i '/^Package: haproxy$/,/^$/ s/^Version: .*/&+other/'"
                        + " /var/lib/dpkg/status")
                .orThrow();
        try {
            Output unlike = live.playbook().run().output();
            live.generateWith(Map.of(lock, ""));
            Output differing = live.playbook().run().output();

            assertThat(unlike.succeeded()).isFalse();
            assertThat(unlike.text())
                    .contains("another version than the specification demands")
                    .containsPattern("haproxy \\S+\\+other \\(expected ");
            assertThat(differing.succeeded()).isFalse();
            assertThat(differing.text())
                    .contains("Packages of several versions")
                    .containsPattern("haproxy \\S+\\+other");
        } finally {
            live.generateAgain();
            host.shell("mv /root/status /var/lib/dpkg/status").orThrow();
        }
    }

    /** What was installed is forgotten, so that the services of the cluster itself are the others on its ports. */
    @Test
    @Order(7)
    void aPortThatAnotherProcessHasStopsTheInstallation() {
        Host host = live.host("n1");
        host.shell("mv /var/lib/pg1c/installed /root/").orThrow();
        try {
            Output refused = live.install(host);

            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.text()).contains("another process listens", "etcd: 10.79.1.11:2379", "patroni: ");
            assertThat(host.shell("ls /var/lib/pg1c/installed").succeeded()).isFalse();
        } finally {
            host.shell("mv /root/installed /var/lib/pg1c/").orThrow();
        }
    }

    @Test
    @Order(8)
    void everyHostComesUpByItself() {
        Lab.inParallel(live.hosts(), Host::reboot);

        live.awaitHealthy(STARTED);
    }

    @Test
    @Order(9)
    void thePrintedCommandsEndTheClusterAndLeaveAPlainServerWithEveryRow() throws SQLException {
        try (Connection entrance = live.infobase().connect(live.address("n1"), live.writePort())) {
            execute(entrance, TABLE);
            execute(entrance, rows(1, 20_000));
        }
        former = live.leader();
        String before = contents(former);
        for (PrintedStep step : live.generated().steps("decommission")) {
            if (step.section().equals("Removing everything")) {
                continue;
            }
            for (Host host : places(step)) {
                host.shell("set -e\n" + step.commands()).orThrow();
            }
        }

        for (Host host : live.hosts()) {
            assertThat(host.shell("ls /etc/patroni/patroni.env || ls /etc/patroni/roles.sql || ls /var/lib/pg1c"
                                    + " || ls /etc/etcd/tls/client-key.pem || pgrep -f '[/]usr/bin/patroni' "
                                    + "|| pgrep -x etcd")
                            .succeeded())
                    .as("nothing of the cluster on %s", host)
                    .isFalse();
        }
        Host plain = live.host(former);
        assertThat(plain.run("pg_lsclusters", "-h").orThrow()).containsPattern("17 +main +5432 +online");
        assertThat(Sql.run(live, former, "select pg_is_in_recovery() || ' ' || count(*) from pg_replication_slots"))
                .isEqualTo("false 0");
        assertThat(contents(former)).isEqualTo(before);
        // Clients come in from their own network, with their password and the same certificate authority.
        try (Connection direct = live.infobase().connect(live.address(former), 5432)) {
            execute(direct, rows(20_001, 20_100));
        }
        kept = contents(former);
        plain.reboot();
        plain.unit("postgresql@17-main.service").awaitActive(STARTED);
        assertThat(contents(former)).isEqualTo(kept);
    }

    @Test
    @Order(10)
    void whatStandsInTheWayOfATakeoverIsSaidBeforeAnythingChanges() throws SQLException {
        live.generateWith(Map.of("programs:\n", "takeover: {node: " + former + "}\n\nprograms:\n"));
        run("alter system set work_mem = '77MB'", "select pg_create_physical_replication_slot('forgotten', true)");
        live.host(former)
                .shell("touch /var/lib/postgresql/17/main/patroni.dynamic.json")
                .orThrow();

        PlaybookRun refused = live.playbook().run("pg1c_packages=" + packages);

        assertThat(refused.output().succeeded()).isFalse();
        assertThat(refused.output().text())
                .contains("ALTER SYSTEM RESET work_mem", "forgotten", "patroni.dynamic.json", "problems: 3");
        for (Host host : live.hosts()) {
            assertThat(host.shell("ls /var/lib/pg1c").succeeded())
                    .as(host.name())
                    .isFalse();
        }
        run("alter system reset work_mem", "select pg_drop_replication_slot('forgotten')");
        live.host(former)
                .shell("rm /var/lib/postgresql/17/main/patroni.dynamic.json")
                .orThrow();
    }

    @Test
    @Order(11)
    void oneCommandTakesThePlainServerOverWithEveryRow() throws SQLException {
        // A limit above the planned one: members would start with it and wait for a restart.
        live.host(former)
                .shell("echo max_connections = 400 >> /etc/postgresql/17/main/postgresql.conf"
                        + " && systemctl restart postgresql@17-main")
                .orThrow();

        assertThat(live.playbook().run("pg1c_packages=" + packages).changed()).hasSize(3);

        live.awaitHealthy(STARTED);
        assertThat(live.leader()).isEqualTo(former);
        assertThat(live.patroni().cluster().members())
                .as("nobody waits for a restart")
                .noneMatch(Member::pendingRestart);
        for (String member : live.members()) {
            assertThat(contents(member)).as(member).isEqualTo(kept);
        }
        live.host(former).run("systemctl", "is-enabled", "patroni").orThrow();
        assertThat(live.host(former)
                        .shell("systemctl is-enabled postgresql || systemctl is-active postgresql@17-main")
                        .succeeded())
                .isFalse();
        String next = live.synchronousStandby();
        switchOver(next);
        assertThat(live.leader()).isEqualTo(next);
        assertThat(contents(next)).isEqualTo(kept);
    }

    @Test
    @Order(12)
    void theRunAfterTheTakeoverChangesNothing() {
        theNextRunChangesNothing();
    }

    @Test
    @Order(13)
    void theWayBackLeadsToTheFormerServiceWithEveryRow() throws SQLException {
        // Only the synchronous standby may take over, and who it is follows from who streams first.
        for (int i = 0; i < 4 && !live.leader().equals(former); i++) {
            switchOver(live.synchronousStandby());
        }
        assertThat(live.leader()).isEqualTo(former);
        for (PrintedStep step : live.generated().steps("takeover")) {
            if (step.section().equals("The way back")) {
                live.hosts().stream()
                        .filter(host -> step.on(host.name()))
                        .forEach(
                                host -> host.shell("set -e\n" + step.commands()).orThrow());
            }
        }

        live.host(former).unit("postgresql@17-main.service").awaitActive(STARTED);
        assertThat(contents(former)).isEqualTo(kept);
        assertThat(Sql.run(live, former, "show max_connections"))
                .as("its former settings")
                .isEqualTo("400");
        assertThat(Sql.run(live, former, "select count(*) from pg_replication_slots"))
                .isEqualTo("0");
    }

    private static void switchOver(String candidate) {
        live.host(live.leader())
                .shell("pg1c-patronictl switchover bare --candidate " + candidate + " --force")
                .orThrow();
        live.awaitHealthy(STARTED);
    }

    /** The hosts of a step on the end of the cluster. */
    private static List<Host> places(PrintedStep step) {
        return switch (step.place()) {
            case "On the leader, which keeps the data" -> List.of(live.host(former));
            case "On each other PostgreSQL node" ->
                live.members().stream()
                        .filter(member -> !member.equals(former))
                        .map(live::host)
                        .toList();
            default -> {
                List<Host> named = live.hosts().stream()
                        .filter(host -> step.on(host.name()))
                        .toList();
                assertThat(named).as(step.place()).isNotEmpty();
                yield named;
            }
        };
    }

    private static String rows(int from, int to) {
        return "insert into _reference15 select decode(md5(i::text), 'hex'), 0, false, decode(repeat('00', 16), 'hex'),"
                + " to_char(i, 'FM000000000'), 'Контрагент ' || i from generate_series(" + from + ", " + to + ") as i";
    }

    /** Number of rows and a sum of everything in them, as one member has it. */
    private static String contents(String member) throws SQLException {
        try (Connection connection = live.superuser().to("zup").connect(live.address(member), 5432)) {
            return value(
                    connection,
                    "select count(*) || ' ' || md5(string_agg(r::text, ',' order by _code)) from _reference15 as r");
        }
    }

    private static String value(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Statements of the superuser of the plain server, each for itself. */
    private static void run(String... statements) throws SQLException {
        try (Connection connection = live.superuser().connect(live.address(former), 5432)) {
            for (String statement : statements) {
                execute(connection, statement);
            }
        }
    }
}
