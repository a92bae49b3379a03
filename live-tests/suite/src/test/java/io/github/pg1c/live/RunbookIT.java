package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.collect.Answer;
import io.github.pg1c.bundle.collect.HostFacts;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The chapters that a healthy cluster is operated by, run as they are printed: each command where the page says, a
 * question answered as a person would, and what comes back compared with what the page promises.
 */
@ExtendWith(BootedCluster.class)
@Order(18)
@Tag("oldest")
class RunbookIT {

    private static final Duration SETTLED = Duration.ofMinutes(2);

    private static final String STARTING_OVER = "Если первый запуск не удался";

    @Test
    void theChecksSayThatTheClusterIsWell(LiveCluster live) {
        String said = run(live, "checks", step -> !step.has("psql") && !step.has("PG1C_SECRETS") && !step.has("ssh "));

        assertThat(said.lines().filter(line -> line.contains("is healthy")))
                .hasSize(live.nodes(NodeRole.ETCD).size());
        assertThat(said).containsOnlyOnce("| Leader ").doesNotContain("Pending restart");
        assertThat(said.lines().filter(line -> line.matches("pg\\d 200"))).containsExactly(live.leader() + " 200");
        assertThat(said.lines().filter(line -> line.matches("pg\\d 503"))).hasSize(2);
    }

    @Test
    void theStatisticsOfTheBalancerNameTheLeader(LiveCluster live) {
        PrintedStep statistics = steps(live, "checks", live.leader()).stream()
                .filter(step -> step.has("haproxy-stats"))
                .findFirst()
                .orElseThrow();

        // This machine has addresses in several networks.
        String commands = statistics.commands().replace("| curl ", "| curl --interface " + live.administrator() + " ");
        String said = live.asAdministrator(commands).orThrow();

        assertThat(said.lines().filter(line -> line.startsWith("postgresql_write,pg")))
                .filteredOn(line -> line.endsWith(",UP"))
                .containsExactly("postgresql_write," + live.leader() + ",UP");
    }

    @Test
    void everyHostSaysWhatItHas(LiveCluster live) {
        PrintedStep step = steps(live, "checks", live.leader()).stream()
                .filter(candidate -> candidate.has("collect.sh"))
                .findFirst()
                .orElseThrow();

        List<HostFacts> facts = step.lines().stream()
                .map(command -> HostFacts.parse(live.asAdministrator(command).orThrow()))
                .toList();

        assertThat(facts)
                .extracting(HostFacts::node)
                .containsExactlyElementsOf(live.cluster().nodes().stream()
                        .map(node -> node.name().toString())
                        .toList());
        for (HostFacts host : facts) {
            assertThat(host.host()).isEqualTo(host.node());
            assertThat(host.units())
                    .as(host.node())
                    .isNotEmpty()
                    .allMatch(unit -> "loaded".equals(unit.load()) && unit.active() != null && unit.restarts() != null);
            assertThat(host.files()).as(host.node()).allMatch(file -> file.present() == Answer.YES);
            assertThat(host.listeners()).as(host.node()).isNotEmpty();
        }
    }

    @Test
    void aSettingChangedByHandIsTakenBackAndTheMembersRestartInOrder(LiveCluster live) throws SQLException {
        live.host(live.leader())
                .shell("/usr/local/sbin/pg1c-patronictl edit-config live -p wal_level=logical --force")
                .orThrow();
        Eventually.holds(
                SETTLED,
                () -> assertThat(live.patroni().cluster().members()).allMatch(member -> member.pendingRestart()));

        run(live, "restarts", step -> step.has("patronictl"));
        live.awaitHealthy(SETTLED);
        for (String member : live.members()) {
            assertThat(Sql.run(live, member, "show wal_level")).as(member).isEqualTo("logical");
        }

        assertThat(run(live, "changes", step -> step.has("edit-config"))).contains("Pending restart");
        run(live, "restarts", step -> step.has("patronictl"));
        live.awaitHealthy(SETTLED);
        for (String member : live.members()) {
            assertThat(Sql.run(live, member, "show wal_level")).as(member).isEqualTo("replica");
        }
    }

    @Test
    void etcdRestartsMemberByMemberWithoutAChangeOfLeader(LiveCluster live) {
        String leader = live.leader();

        assertThat(run(live, "restarts", step -> step.has("etcd"))).doesNotContain("is unhealthy");

        live.awaitHealthy(SETTLED);
        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    void thePlannedSwitchoverLeadsToTheNamedMember(LiveCluster live) {
        String chosen = live.synchronousStandby();
        PrintedStep step = steps(live, "switchover", live.leader()).get(0);

        run(
                live,
                new PrintedStep(
                        step.section(),
                        step.place(),
                        step.commands().replaceFirst("--candidate \\S+", "--candidate " + chosen)));

        Eventually.holds(SETTLED, () -> assertThat(live.leader()).isEqualTo(chosen));
        live.awaitHealthy(SETTLED);
    }

    @Test
    void rolesAndDatabasesAreMadeAgainWithoutHarmAndReadAnew(LiveCluster live) {
        String said = run(live, "databases", step -> !step.has("pg_basebackup") && !step.has("SLOT"));

        assertThat(said).contains(" zup ").contains("ANALYZE");
    }

    @Test
    void theCertificatesThatAreServedAreThoseOfTheFiles(LiveCluster live) {
        String said = run(live, "certificates", step -> step.has("openssl"));

        List<String> lines = said.lines().toList();
        assertThat(expiries(lines, "subject="))
                .as("PostgreSQL's and Patroni's port")
                .hasSize(2)
                .isSubsetOf(expiries(lines, "/"));
    }

    /** When the certificates expire that follow a line with this beginning: a subject that is served, or a file. */
    private static List<String> expiries(List<String> lines, String beginning) {
        return IntStream.range(1, lines.size())
                .filter(i ->
                        lines.get(i).startsWith("notAfter=") && lines.get(i - 1).startsWith(beginning))
                .mapToObj(lines::get)
                .toList();
    }

    @Test
    void theDrillsEndAsThePageSays(LiveCluster live) {
        String leader = live.leader();

        boolean stopped = false;
        for (PrintedStep step : steps(live, "drills", leader)) {
            run(live, step);
            stopped = step.has("systemctl stop") || stopped && !step.has("systemctl start");
            if (!stopped) {
                live.awaitHealthy(SETTLED);
            }
        }

        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    void theWholeClusterStopsAndStartsInThePrintedOrder(LiveCluster live) {
        String leader = live.leader();

        run(live, "rollback", step -> step.has("systemctl stop") || step.has("patronictl list"));
        for (Host host : live.hosts()) {
            assertThat(host.shell("systemctl is-active etcd patroni pgbouncer haproxy")
                            .text()
                            .lines())
                    .as(host.name())
                    .doesNotContain("active");
        }
        start(live, leader);

        live.awaitHealthy(SETTLED);
        assertThat(live.leader()).isEqualTo(leader);
    }

    private static void start(LiveCluster live, String first) {
        steps(live, "start", first).stream()
                .filter(step -> !step.section().equals(STARTING_OVER))
                .forEach(step -> run(live, step));
    }

    /**
     * What a broken first start leaves: half a data directory, in etcd the note that the cluster exists, and the servers
     * of the Patroni that crashed.
     */
    @Test
    void afterAFirstStartThatFailedThePrintedCommandsLeadToTheSecond(LiveCluster live) throws SQLException {
        String first = live.members().get(0);
        for (String member : live.members()) {
            live.host(member).kill("-f", LiveCluster.PATRONI);
            live.host(member)
                    .shell("systemctl stop patroni; rm /var/lib/postgresql/*/main/global/pg_control")
                    .orThrow();
        }
        live.host(first).unit("patroni.service").start();
        Eventually.holds(
                SETTLED,
                () -> assertThat(live.patroni().cluster().leader())
                        .as("nobody can lead with this")
                        .isEmpty());

        assertThat(live.members())
                .as("with a server of nobody")
                .anyMatch(member ->
                        live.host(member).shell("pgrep -f '[/]postgres -D '").succeeded());
        steps(live, "start", first).stream()
                .filter(step -> step.section().equals(STARTING_OVER))
                .forEach(step -> run(live, step));
        assertThat(live.members())
                .as("before the next start nothing runs")
                .noneMatch(
                        member -> live.host(member).shell("pgrep -x postgres").succeeded());
        start(live, first);

        live.awaitHealthy(SETTLED);
        assertThat(live.leader()).isEqualTo(first);
        assertThat(Sql.run(live, first, "select count(*) from pg_database where datname = 'zup'"))
                .isEqualTo("1");
    }

    /** The steps of a chapter. Its names are an example: those of the first member as the leader, as the page says. */
    private static List<PrintedStep> steps(LiveCluster live, String chapter, String leader) {
        List<PrintedStep> steps = live.generated().steps(chapter);
        if (!List.of("switchover", "restarts", "start").contains(chapter)) {
            return steps;
        }
        String first = live.members().get(0);
        return steps.stream()
                .map(step -> new PrintedStep(
                        step.section(),
                        exchanged(step.place(), first, leader),
                        exchanged(step.commands(), first, leader)))
                .toList();
    }

    private static String exchanged(String text, String one, String other) {
        return text.replaceAll("\\b" + one + "\\b", "\0")
                .replaceAll("\\b" + other + "\\b", one)
                .replace("\0", other);
    }

    private static String run(LiveCluster live, String chapter, Predicate<PrintedStep> which) {
        List<PrintedStep> chosen =
                steps(live, chapter, live.leader()).stream().filter(which).toList();
        assertThat(chosen).as(chapter).isNotEmpty();
        StringBuilder said = new StringBuilder();
        chosen.forEach(step -> said.append(run(live, step)));
        return said.toString();
    }

    /** Runs the commands of a step at each of its hosts, one host after the other, and returns all that they print. */
    private static String run(LiveCluster live, PrintedStep step) {
        StringBuilder said = new StringBuilder();
        for (Host host : places(live, step.place())) {
            for (String command : step.lines()) {
                Output output = host.shell(answered(command));
                assertThat(output.succeeded())
                        .as("%s: %s: %s", host.name(), command, output.text())
                        .isTrue();
                said.append(output.text()).append('\n');
            }
        }
        return said.toString();
    }

    /** As a person at a terminal would answer the questions of patronictl. */
    private static String answered(String command) {
        if (command.contains("patronictl switchover")) {
            return command + " << ANSWERS\nnow\ny\nANSWERS";
        }
        if (command.contains("patronictl restart")) {
            return command + " << ANSWERS\nnow\ny\n\nANSWERS";
        }
        return command;
    }

    /** Hosts that the page names, or the members in the order of the words. */
    private static List<Host> places(LiveCluster live, String place) {
        List<Host> named = live.cluster().nodes().stream()
                .map(Node::name)
                .filter(name -> place.matches(".*\\b" + name + "\\b.*"))
                .map(name -> live.host(name.toString()))
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        List<String> members = new ArrayList<>();
        if (place.contains("реплик")) {
            members.addAll(live.standbys());
        }
        if (place.contains("лидер")) {
            members.add(live.leader());
        }
        assertThat(members).as(place).isNotEmpty();
        return Stream.of(members).flatMap(List::stream).map(live::host).toList();
    }
}
