package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
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
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two sites, each with a cluster of its own specification: the second copies the first and is promoted when the first
 * has lost its power. Each test continues the one before.
 */
@Tag("bare")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandbyClusterIT {

    private static final Path WORK = Path.of("target/live/site-a");
    private static final Path SECOND = Path.of("target/live/site-b");
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final String CHAPTER = "second-site";

    private static LiveCluster primary;
    private static @Nullable LiveCluster copy;

    @BeforeAll
    static void bootThePrimarySite() {
        primary = LiveCluster.boot(Path.of("site-a.yaml"), WORK);
    }

    @AfterAll
    static void end() {
        LiveCluster second = copy;
        if (second != null) {
            second.closeBeside();
        }
        if (primary != null) {
            primary.close();
        }
    }

    @Test
    @Order(1)
    void aCopyIsNotGeneratedWithPasswordsOfItsOwn() throws IOException {
        deleteAll(SECOND);
        Path specification = secondSpecification();

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> GeneratedFiles.from(specification, SECOND.toAbsolutePath()))
                .satisfies(refusal -> assertThat(refusal.reason().en())
                        .contains("passwords/replication", "passwords/role-zup", "verifiers/role-zup"));
        assertThat(SECOND.resolve("bundle/site-b")).doesNotExist();
    }

    @Test
    @Order(2)
    void theSecondSiteCopiesTheFirstAndAcceptsNoWrite() throws IOException, SQLException {
        writeTo(
                primary,
                "create table kept (n integer primary key)",
                "insert into kept select generate_series(1, 1000)");
        for (String kind : List.of("passwords", "verifiers")) {
            Path from = primary.generated().secrets().resolve(kind);
            Path to = Files.createDirectories(SECOND.resolve("secrets/site-b").resolve(kind));
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(file.getFileName()));
                }
            }
        }

        copy = LiveCluster.beside(primary, secondSpecification(), SECOND);

        assertThat(copy().patroni().cluster().members())
                .filteredOn(Member::isLeader)
                .singleElement()
                .satisfies(leader -> assertThat(leader.role().kind()).isEqualTo(Role.Kind.STANDBY_LEADER));
        assertThat(copy().patroni().awaitLeader(LeaderWait.forAny().within(SOON).andStandbys(), event -> {}))
                .as("healthy for who waits for a whole cluster")
                .isInstanceOf(LeaderOutcome.Reached.class);
        writeTo(primary, "insert into kept select generate_series(1001, 1100)");
        for (String member : copy().members()) {
            Eventually.holds(SOON, () -> assertThat(rows(copy(), member)).isEqualTo("1100"));
        }
        assertThat(Sql.run(primary, "a1", "select active from pg_replication_slots where slot_name = 'site_b'"))
                .isEqualTo("t");
        assertThat(Sql.run(copy(), copy().leader(), "select conninfo from pg_stat_wal_receiver"))
                .contains("host=10.81.1.19,10.81.1.11", "sslmode=verify-full", "target_session_attrs=read-write");
        assertThatExceptionOfType(SQLException.class)
                .as("the port for writing leads nobody to a read-only server")
                .isThrownBy(() -> copy().infobase().connect(copy().address("b1"), copy().writePort()));
        try (Connection reader = copy().infobase().connect(copy().address("b1"), copy().readPort());
                Statement statement = reader.createStatement()) {
            assertThat(statement.execute("select n from kept limit 1")).isTrue();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("insert into kept values (0)"))
                    .satisfies(refusal -> assertThat(refusal.getSQLState()).isEqualTo("25006"));
        }
    }

    /** The printed commands of both runbooks that only look. */
    @Test
    @Order(3)
    void theRunbooksTellHowFarTheCopyIsBehind() {
        PrintedStep passwords = step(copy(), "Passwords", 0);
        copy().asAdministrator(
                        passwords.commands(),
                        "PG1C_PRIMARY_SECRETS=" + primary.generated().secrets())
                .orThrow();
        assertThat(copy().generateAgain().secretChanges())
                .as("the same passwords")
                .isEmpty();

        assertThat(run(copy(), "b1", step(copy(), "How far it is behind", 0))).contains("Standby Leader");
        assertThat(run(primary, "a1", step(primary, "How far the copy is behind", 0)))
                .contains("site_b", "10.81.1.2");
    }

    @Test
    @Order(4)
    void thePrintedCommandsPromoteTheCopyAfterThePowerOfTheFirstSite() throws SQLException {
        primary.host("a1").losePower();

        String said = run(copy(), "b1", step(copy(), "The primary site is lost: promotion", 0));

        assertThat(said).contains("Leader").doesNotContain("Standby Leader");
        copy().awaitHealthy(SOON);
        writeTo(copy(), "insert into kept select generate_series(1101, 1200)");
        for (String member : copy().members()) {
            Eventually.holds(SOON, () -> assertThat(rows(copy(), member)).isEqualTo("1200"));
        }
    }

    /**
     * The former primary has led alone after its power came back: on a timeline of the same number as the other one.
     */
    @Test
    @Order(5)
    void theFirstSiteComesBackAsTheCopy() throws IOException, SQLException {
        List<PrintedStep> back = primary.generated().steps(CHAPTER).stream()
                .filter(step -> step.section().startsWith("This site comes back"))
                .toList();
        copy().generateWith(Map.of(
                Files.readString(SECOND.resolve("site-b.yaml")).replaceAll("(?s).*?(standbyOf:.*?\n)\nroles:.*", "$1"),
                "patroni: {slots: [{name: site_a}]}\n"));
        for (Host host : copy().hosts()) {
            copy().install(host).orThrow();
        }
        copy().host("b1")
                .shell("systemctl reload patroni haproxy && /usr/local/sbin/pg1c-patronictl edit-config site-b --apply"
                        + " /etc/patroni/shared.yml --force")
                .orThrow();

        Host former = primary.host("a1").boot();
        Eventually.holds(
                SOON,
                () -> assertThat(Sql.run(primary, "a1", "select pg_logical_emit_message(true, 'lost', 'by nobody')"))
                        .as("it leads by itself, which is why clients are kept away and its data is not trusted")
                        .isNotEmpty());
        former.shell(back.get(0).commands()).orThrow();
        primary.generateWith(Map.of(
                "roles:\n",
                "standbyOf:\n  hosts: [10.81.1.21, 10.81.1.22]\n  slot: site_a\n  caCertificate: |\n"
                        + Files.readString(copy().generated().operator("ca.pem"))
                                .indent(4) + "\nroles:\n"));
        primary.install(former).orThrow();
        for (PrintedStep step : back.subList(1, back.size())) {
            former.shell("set -e\n" + step.commands()).orThrow();
        }

        Eventually.holds(SOON, () -> assertThat(rows(primary, "a1")).isEqualTo("1200"));
        Eventually.holds(
                SOON,
                () -> assertThat(primary.patroni().cluster().leader())
                        .hasValueSatisfying(
                                leader -> assertThat(leader.role().kind()).isEqualTo(Role.Kind.STANDBY_LEADER)));
        writeTo(copy(), "insert into kept select generate_series(1201, 1210)");
        Eventually.holds(SOON, () -> assertThat(rows(primary, "a1")).isEqualTo("1210"));
    }

    /** The specification of the second site with the certificate of the first one's authority. */
    private static Path secondSpecification() throws IOException {
        Path specification = Files.createDirectories(SECOND).resolve("site-b.yaml");
        Files.writeString(
                specification,
                Files.readString(Path.of("site-b.yaml"))
                        .replace(
                                "  slot: site_b\n",
                                "  slot: site_b\n  caCertificate: |\n"
                                        + Files.readString(primary.generated().operator("ca.pem"))
                                                .indent(4)));
        return specification;
    }

    private static void deleteAll(Path directory) {
        Command.run("rm", "-rf", directory.toString()).orThrow();
    }

    private static PrintedStep step(LiveCluster live, String section, int number) {
        return live.generated().steps(CHAPTER).stream()
                .filter(step -> step.section().equals(section))
                .toList()
                .get(number);
    }

    private static String run(LiveCluster live, String node, PrintedStep step) {
        return live.host(node).shell("set -e\n" + step.commands()).orThrow();
    }

    private static void writeTo(LiveCluster live, String... statements) throws SQLException {
        String balancer = live.cluster().nodes().get(0).name().toString();
        try (Connection connection = live.infobase().connect(live.address(balancer), live.writePort());
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        }
    }

    private static String rows(LiveCluster live, String member) throws SQLException {
        try (Connection connection = live.superuser().to("zup").connect(live.address(member), 5432);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select count(*) from kept")) {
            result.next();
            return result.getString(1);
        }
    }

    private static LiveCluster copy() {
        return Objects.requireNonNull(copy);
    }
}
