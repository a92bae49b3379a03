package io.github.pg1c.live;

import static io.github.pg1c.live.Outcomes.assertCompleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.diff.SettingChange;
import io.github.pg1c.bundle.diff.Step;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Lab;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.operation.Switchover;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A changed specification becomes effective on a running cluster by the steps that the difference of the bundles names,
 * in their order and by their commands; and not before them.
 */
@ExtendWith({BootedCluster.class, BriskLoop.class})
@Order(15)
class NeedsIT {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
    private static final Duration RESTARTED = Duration.ofMinutes(3);

    /** Goes back to the specification as it is, by the steps of that difference. */
    @AfterEach
    void restore(LiveCluster live) {
        follow(live, live.generateAgain().diff().orElseThrow());
        live.awaitHealthy(RESTARTED);
    }

    @Test
    void aReloadOfPostgresqlAndOfHaproxyIsEnough(LiveCluster live) throws SQLException {
        int before = setting(live, live.leader(), "work_mem");
        // Less, because more might exceed the memory of the nodes.
        int after = before - 64;
        int port = live.readPort() + 10;

        BundleDiff diff = edited(
                live,
                Map.of(
                        "distribution: pgdg\n",
                        "distribution: pgdg\n  parameters: {work_mem: " + after + "kB}\n",
                        "objectives:\n",
                        "access: {readPort: " + port + "}\n\nobjectives:\n"));

        assertThat(change(diff, live.leader(), "postgresql.parameters.work_mem").need())
                .isEqualTo(Need.reload("postgresql"));
        assertThat(diff.steps()).extracting(Step::action).containsOnly(Step.Action.INSTALL, Step.Action.RELOAD);
        Map<String, String> processes = processes(live);
        install(live, diff);
        assertThat(setting(live, live.leader(), "work_mem"))
                .as("installed only")
                .isEqualTo(before);
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            assertThatThrownBy(() -> connect(live, balancer, port).close())
                    .as("installed only")
                    .isInstanceOf(SQLException.class);
        }

        follow(live, diff);

        awaitSetting(live, "work_mem", after);
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Eventually.holds(TAKEN_OVER, () -> {
                try (Connection connection = connect(live, balancer, port)) {
                    assertThat(connection.isValid(2)).isTrue();
                }
            });
        }
        assertThat(processes(live)).isEqualTo(processes);
    }

    @Test
    void theSharedConfigurationIsChangedInTheDcs(LiveCluster live) {
        BundleDiff diff = edited(live, Map.of("  rto: 30s\n", "  rto: 30s\n  withoutStandby: stop\n"));

        assertThat(change(diff, live.leader(), "bootstrap.dcs.synchronous_mode_strict")
                        .need())
                .isEqualTo(Need.shared());
        assertThat(diff.steps()).extracting(Step::action).doesNotContain(Step.Action.RESTART);
        install(live, diff);
        assertThat(strict(live)).as("installed only").isEqualTo("false");

        follow(live, diff);

        Eventually.holds(TAKEN_OVER, () -> assertThat(strict(live)).isEqualTo("true"));
    }

    @Test
    void whatPostgresqlReadsAtItsStartIsTakenByRestartsInOrder(LiveCluster live) throws SQLException {
        String leader = live.leader();
        int connections = setting(live, leader, "max_connections");
        int buffers = setting(live, leader, "wal_buffers");
        int kilobytes = 8 * buffers + 1024;
        Map<String, Integer> pooled = new TreeMap<>();
        for (String member : live.members()) {
            pooled.put(member, clientsOfPooler(live, member));
        }

        BundleDiff diff = edited(
                live,
                Map.of(
                        "distribution: pgdg\n",
                        "distribution: pgdg\n  parameters: {wal_buffers: " + kilobytes + "kB}\n",
                        "connections: 50\n",
                        "connections: 60\n"));

        SettingChange limit = change(diff, leader, "bootstrap.dcs.postgresql.parameters.max_connections");
        assertThat(limit.need()).isEqualTo(Need.shared(new Need.Restart("postgresql", true)));
        assertThat(change(diff, leader, "postgresql.parameters.wal_buffers").need())
                .isEqualTo(Need.restart("postgresql"));
        assertThat(change(diff, leader, "pgbouncer/max_client_conn").need()).isEqualTo(Need.reload("pgbouncer"));
        assertThat(diff.steps())
                .extracting(step -> step.action() + " " + step.where())
                .containsSubsequence("CHANGE_SHARED ONCE", "RESTART STANDBYS", "SWITCHOVER LEADER", "RESTART LEADER");
        install(live, diff);
        for (String member : live.members()) {
            assertThat(setting(live, member, "max_connections"))
                    .as("installed only")
                    .isEqualTo(connections);
            assertThat(setting(live, member, "wal_buffers"))
                    .as("installed only")
                    .isEqualTo(buffers);
            assertThat(clientsOfPooler(live, member)).as("installed only").isEqualTo(pooled.get(member));
        }

        follow(live, diff);

        int raised = Integer.parseInt(String.valueOf(limit.after()));
        assertThat(raised).isGreaterThan(connections);
        awaitSetting(live, "max_connections", raised);
        awaitSetting(live, "wal_buffers", kilobytes / 8);
        for (String member : live.members()) {
            int clients = Integer.parseInt(String.valueOf(
                    change(diff, member, "pgbouncer/max_client_conn").after()));
            Eventually.holds(
                    TAKEN_OVER, () -> assertThat(clientsOfPooler(live, member)).isEqualTo(clients));
        }
    }

    @Test
    void aUnitRestartsNodeAfterNode(LiveCluster live) {
        long before = 2L * 1024 * 1024 * 1024;
        BundleDiff diff = edited(live, Map.of("objectives:\n", "etcd: {quota: 3GB}\n\nobjectives:\n"));

        assertThat(change(diff, "etcd1", "quota-backend-bytes").need()).isEqualTo(Need.restart("etcd"));
        assertThat(diff.steps())
                .filteredOn(step -> step.action() != Step.Action.INSTALL)
                .singleElement()
                .satisfies(step -> assertThat(step.commands()).hasSize(3));
        install(live, diff);
        for (Node node : live.nodes(NodeRole.ETCD)) {
            assertThat(quota(live.host(node))).as("installed only").isEqualTo(before);
        }

        follow(live, diff);

        for (Node node : live.nodes(NodeRole.ETCD)) {
            assertThat(quota(live.host(node))).isEqualTo(before / 2 * 3);
        }
    }

    @Test
    void anotherLanguageNeedsNothing(LiveCluster live) {
        BundleDiff diff = edited(live, Map.of("language: ru\n", "language: en\n"));

        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.steps()).extracting(Step::action).containsExactly(Step.Action.INSTALL);
        Map<String, String> processes = processes(live);

        follow(live, diff);

        for (String member : live.members()) {
            assertThat(live.host(member).run("cat", PatroniPaths.CONFIG).orThrow())
                    .doesNotContainPattern("[А-Яа-я]");
        }
        assertThat(processes(live)).isEqualTo(processes);
        try (PatroniClient patroni = live.patroniOperator()) {
            for (String member : live.members()) {
                assertThat(isPending(live, patroni, member)).as(member).isFalse();
            }
        }
    }

    @Test
    void aClusterKeepsTheLocaleItWasMadeWith(LiveCluster live) throws SQLException {
        String locale = "select datcollate from pg_database where datname = 'template1'";
        String before = Sql.run(live, live.leader(), locale);

        BundleDiff diff = edited(live, Map.of("distribution: pgdg\n", "distribution: pgdg\n  locale: en_US.UTF-8\n"));

        assertThat(change(diff, live.leader(), "bootstrap.initdb.locale").need())
                .isEqualTo(Need.INITIALISATION);
        assertThat(diff.steps())
                .filteredOn(step -> step.action() == Step.Action.KEEP)
                .singleElement()
                .satisfies(step -> assertThat(step.title().en()).contains("bootstrap.initdb.locale"));

        follow(live, diff);

        assertThat(before).startsWith("ru_RU");
        assertThat(Sql.run(live, live.leader(), locale)).isEqualTo(before);
    }

    private static BundleDiff edited(LiveCluster live, Map<String, String> edits) {
        return live.generateWith(edits).diff().orElseThrow();
    }

    private static SettingChange change(BundleDiff diff, String node, String path) {
        return diff.of(node).stream()
                .filter(change -> change.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError(node + " has no change of " + path + ": " + diff.settings()));
    }

    private static void install(LiveCluster live, BundleDiff diff) {
        for (Step step : diff.steps()) {
            if (step.action() == Step.Action.INSTALL) {
                Lab.inParallel(
                        step.commands().stream()
                                .map(command -> live.host(command.node()))
                                .toList(),
                        host -> live.install(host).orThrow());
            }
        }
    }

    /** Does what the steps say, each to its end. */
    private static void follow(LiveCluster live, BundleDiff diff) {
        install(live, diff);
        String former = live.leader();
        boolean moved = false;
        for (Step step : diff.steps()) {
            switch (step.action()) {
                // What only a person can decide stays undone.
                case INSTALL, KEEP, MANUAL -> {}
                case RELOAD -> step.commands().forEach(command -> run(live, command));
                case CHANGE_SHARED -> run(live, step.commands().get(0));
                case RESTART -> restart(live, step, former, moved);
                case SWITCHOVER -> {
                    former = live.leader();
                    switchOver(live, former);
                    moved = true;
                }
            }
        }
    }

    private static void restart(LiveCluster live, Step step, String leader, boolean moved) {
        for (Step.Command command : step.commands()) {
            boolean leads = command.node().equals(leader);
            boolean meant = switch (step.where()) {
                case STANDBYS -> !leads;
                case LEADER -> leads;
                case EACH -> true;
                case ONCE -> command.equals(step.commands().get(0));
            };
            boolean demoted = moved && leads;
            if (meant && command.command().contains("--pending")) {
                restartPending(live, command, demoted);
            } else if (meant) {
                run(live, command);
                awaitAllWell(live);
            }
        }
    }

    /**
     * Patroni notices in a turn of its loop that a value waits, and a standby that the leader has lowered one. A demoted
     * leader has restarted already.
     */
    private static void restartPending(LiveCluster live, Step.Command command, boolean demoted) {
        try (PatroniClient patroni = live.patroniOperator()) {
            if (!demoted) {
                Eventually.holds(
                        TAKEN_OVER,
                        () -> assertThat(isPending(live, patroni, command.node()))
                                .as(command.node())
                                .isTrue());
            }
            Eventually.holds(RESTARTED, () -> {
                if (isPending(live, patroni, command.node())) {
                    run(live, command);
                }
                assertThat(isPending(live, patroni, command.node()))
                        .as(command.node())
                        .isFalse();
            });
        }
        awaitAllWell(live);
    }

    private static boolean isPending(LiveCluster live, PatroniClient patroni, String member) {
        return patroni.member(live.api(member)).conditions().contains(MemberStatus.Condition.PENDING_RESTART);
    }

    private static void switchOver(LiveCluster live, String leader) {
        String candidate = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertCompleted(patroni.switchover(Switchover.from(leader).to(candidate)), candidate);
        }
        awaitAllWell(live);
    }

    /** All members stream and one of them is synchronous, all of etcd is healthy; entrances may be elsewhere now. */
    private static void awaitAllWell(LiveCluster live) {
        Eventually.holds(RESTARTED, () -> {
            assertThat(live.patroni().cluster().members())
                    .hasSize(live.members().size())
                    .filteredOn(member -> !member.isLeader())
                    .allMatch(Member::isStreaming);
            assertThat(live.synchronousStandby()).isNotEmpty();
        });
        Host etcd = live.host(live.nodes(NodeRole.ETCD).get(0));
        Eventually.holds(
                RESTARTED,
                () -> assertThat(etcd.run("/usr/local/sbin/pg1c-etcdctl", "endpoint", "health", "--cluster")
                                .orThrow())
                        .doesNotContain("unhealthy"));
    }

    private static void run(LiveCluster live, Step.Command command) {
        live.host(command.node()).shell(command.command()).orThrow();
    }

    private static int setting(LiveCluster live, String member, String name) throws SQLException {
        return Integer.parseInt(Sql.run(live, member, "select setting from pg_settings where name = '" + name + "'"));
    }

    private static void awaitSetting(LiveCluster live, String name, int value) {
        for (String member : live.members()) {
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(setting(live, member, name)).as(member).isEqualTo(value));
        }
    }

    private static String strict(LiveCluster live) {
        return live.patroni()
                .configuration()
                .raw()
                .at("synchronous_mode_strict")
                .orElseThrow()
                .text();
    }

    /** The most clients that the running pooler takes, as it says itself to its own user. */
    private static int clientsOfPooler(LiveCluster live, String member) {
        Host host = live.host(member);
        String answer = host.run(
                        "runuser",
                        "-u",
                        host.unit("pgbouncer.service").property("User"),
                        "--",
                        "psql",
                        "--no-password",
                        "-h",
                        "/run/pgbouncer",
                        "-p",
                        Integer.toString(live.cluster().pgbouncer().port()),
                        "-U",
                        "pgbouncer",
                        "-d",
                        "pgbouncer",
                        "-At",
                        "-c",
                        "SHOW CONFIG")
                .orThrow();
        return answer.lines()
                .map(line -> line.split("\\|"))
                .filter(fields -> fields[0].equals("max_client_conn"))
                .map(fields -> Integer.parseInt(fields[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    /** The largest database that a running member of etcd allows, in bytes, from its metrics. */
    private static long quota(Host host) {
        String answer = host.run(
                        "bash",
                        "-c",
                        "exec 3<>/dev/tcp/127.0.0.1/2381 && printf 'GET /metrics HTTP/1.0\\r\\n\\r\\n' >&3 && cat <&3")
                .orThrow();
        return answer.lines()
                .filter(line -> line.startsWith("etcd_server_quota_backend_bytes "))
                .map(line -> (long) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(answer));
    }

    private static Connection connect(LiveCluster live, Node balancer, int port) throws SQLException {
        return live.infobase().connect(LiveCluster.address(balancer), port);
    }

    /** The oldest process of each service, which a reload leaves alone. */
    private static Map<String, String> processes(LiveCluster live) {
        Map<String, String> processes = new LinkedHashMap<>();
        for (Host host : live.hosts()) {
            for (String pattern : List.of(
                    "^/usr/bin/etcd ",
                    LiveCluster.PATRONI,
                    "^/usr/lib/postgresql/",
                    "^/usr/sbin/pgbouncer ",
                    "^/usr/sbin/haproxy ")) {
                processes.put(
                        host + pattern, host.run("pgrep", "-o", "-f", pattern).text());
            }
        }
        return processes;
    }
}
