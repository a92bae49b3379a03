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
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A changed specification becomes effective on a running cluster by the steps that the difference of the bundles names,
 * in their order and by their commands; and not before them. Each test goes on from the one before, and the last one
 * goes back to the specification as it is.
 */
@ExtendWith(BootedCluster.class)
@Order(15)
@Tag("oldest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NeedsIT {

    private static final Duration TAKEN_OVER = Duration.ofSeconds(30);
    private static final Duration RESTARTED = Duration.ofMinutes(3);
    private static final String LOCALE = "select datcollate from pg_database where datname = 'template1'";
    private static final long GIBIBYTE = 1024L * 1024 * 1024;

    /** What is there to go back to when a test has failed. */
    @AfterAll
    static void restore(LiveCluster live) {
        follow(live, live.generateAgain().diff().orElseThrow());
        live.awaitHealthy(RESTARTED);
    }

    @Test
    @Order(1)
    void whatNeedsNoRestartIsEffectiveWithoutOne(LiveCluster live) throws SQLException {
        String leader = live.leader();
        int memory = Running.setting(live, leader, "work_mem");
        // Less, because more might exceed the memory of the nodes.
        int less = memory - 64;
        int port = 8414;
        String locale = Sql.run(live, leader, LOCALE);

        BundleDiff diff = edited(
                live,
                Map.of(
                        "language: ru\n",
                        "language: en\n",
                        "distribution: pgdg\n",
                        "distribution: pgdg\n  locale: en_US.UTF-8\n  parameters: {work_mem: " + less + "kB}\n",
                        "objectives:\n",
                        "haproxy: {statisticsPort: " + port + "}\n\nobjectives:\n",
                        "  rto: 30s\n",
                        "  rto: 30s\n  withoutStandby: stop\n"));

        assertThat(change(diff, leader, "postgresql.parameters.work_mem").need())
                .isEqualTo(Need.reload("postgresql"));
        assertThat(change(diff, leader, "bootstrap.dcs.synchronous_mode_strict").need())
                .isEqualTo(Need.shared());
        assertThat(change(diff, leader, "bootstrap.initdb.locale").need()).isEqualTo(Need.INITIALISATION);
        assertThat(diff.steps())
                .extracting(Step::action)
                .contains(Step.Action.RELOAD, Step.Action.CHANGE_SHARED)
                .doesNotContain(Step.Action.RESTART, Step.Action.SWITCHOVER);
        assertThat(diff.steps())
                .filteredOn(step -> step.action() == Step.Action.KEEP)
                .singleElement()
                .satisfies(step -> assertThat(step.title().en()).contains("bootstrap.initdb.locale"));
        Map<String, String> processes = Running.processes(live);
        install(live, diff);
        assertThat(Running.settings(live, "work_mem").values())
                .as("installed only")
                .containsOnly(memory);
        assertThat(strict(live)).as("installed only").isEqualTo("false");
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            assertThatThrownBy(() -> statistics(live, balancer, port).served())
                    .as("installed only")
                    .isInstanceOf(ConnectException.class);
        }

        takeSteps(live, diff);

        awaitSetting(live, "work_mem", less);
        Eventually.holds(TAKEN_OVER, () -> assertThat(strict(live)).isEqualTo("true"));
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(statistics(live, balancer, port).served()).isNotNull());
        }
        for (String member : live.members()) {
            assertThat(live.host(member).run("cat", PatroniPaths.CONFIG).orThrow())
                    .doesNotContainPattern("[А-Яа-я]");
        }
        assertThat(locale).startsWith("ru_RU");
        assertThat(Sql.run(live, live.leader(), LOCALE)).isEqualTo(locale);
        assertThat(live.patroni().cluster().members()).noneMatch(Member::pendingRestart);
        assertThat(Running.processes(live)).isEqualTo(processes);
    }

    @Test
    @Order(2)
    void whatIsReadAtTheStartIsTakenByRestartsInOrder(LiveCluster live) throws SQLException {
        String leader = live.leader();
        Map<String, Integer> connections = Running.settings(live, "max_connections");
        Map<String, Integer> buffers = Running.settings(live, "wal_buffers");
        Map<String, Integer> pooled = Running.poolers(live);
        Map<String, Long> quotas = Running.quotas(live);
        int kilobytes = 8 * Running.setting(live, leader, "wal_buffers") + 1024;

        BundleDiff diff = edited(
                live,
                Map.of(
                        "distribution: pgdg\n",
                        "distribution: pgdg\n  parameters: {wal_buffers: " + kilobytes + "kB}\n",
                        "connections: 50\n",
                        "connections: 60\n",
                        "objectives:\n",
                        "etcd: {quota: 3GB}\n\nobjectives:\n"));

        SettingChange limit = change(diff, leader, "bootstrap.dcs.postgresql.parameters.max_connections");
        assertThat(limit.need()).isEqualTo(Need.shared(new Need.Restart("postgresql", true)));
        assertThat(change(diff, leader, "postgresql.parameters.wal_buffers").need())
                .isEqualTo(Need.restart("postgresql"));
        assertThat(change(diff, leader, "pgbouncer/max_client_conn").need()).isEqualTo(Need.reload("pgbouncer"));
        assertThat(change(diff, "etcd1", "quota-backend-bytes").need()).isEqualTo(Need.restart("etcd"));
        assertThat(diff.steps())
                .extracting(step -> step.action() + " " + step.where())
                .containsSubsequence(
                        "RESTART EACH",
                        "CHANGE_SHARED ONCE",
                        "RESTART STANDBYS",
                        "SWITCHOVER LEADER",
                        "RESTART LEADER");
        install(live, diff);
        assertThat(Running.settings(live, "max_connections"))
                .as("installed only")
                .isEqualTo(connections);
        assertThat(Running.settings(live, "wal_buffers")).as("installed only").isEqualTo(buffers);
        assertThat(Running.poolers(live)).as("installed only").isEqualTo(pooled);
        assertThat(Running.quotas(live)).as("installed only").isEqualTo(quotas);

        takeSteps(live, diff);

        int raised = Integer.parseInt(String.valueOf(limit.after()));
        assertThat(connections.values()).allMatch(before -> before < raised);
        awaitSetting(live, "max_connections", raised);
        awaitSetting(live, "wal_buffers", kilobytes / 8);
        int clients = Integer.parseInt(
                String.valueOf(change(diff, leader, "pgbouncer/max_client_conn").after()));
        Eventually.holds(
                TAKEN_OVER, () -> assertThat(Running.poolers(live).values()).containsOnly(clients));
        assertThat(Running.quotas(live).values()).containsOnly(3 * GIBIBYTE);
    }

    @Test
    @Order(3)
    void aLimitGoesDownOnTheLeaderFirst(LiveCluster live) throws SQLException {
        String leader = live.leader();

        BundleDiff diff = live.generateAgain().diff().orElseThrow();

        assertThat(diff.steps())
                .extracting(step -> step.action() + " " + step.where())
                .containsSubsequence("CHANGE_SHARED ONCE", "RESTART LEADER", "RESTART STANDBYS")
                .doesNotContain("SWITCHOVER LEADER");

        follow(live, diff);

        awaitSetting(
                live,
                "max_connections",
                Integer.parseInt(
                        String.valueOf(change(diff, leader, "bootstrap.dcs.postgresql.parameters.max_connections")
                                .after())));
        assertThat(Running.quotas(live).values()).containsOnly(2 * GIBIBYTE);
        assertThat(live.leader()).isEqualTo(leader);
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

    private static void follow(LiveCluster live, BundleDiff diff) {
        install(live, diff);
        takeSteps(live, diff);
    }

    /** Does what the steps after the installation say, each to its end. */
    private static void takeSteps(LiveCluster live, BundleDiff diff) {
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

    private static void awaitSetting(LiveCluster live, String name, int value) {
        for (String member : live.members()) {
            Eventually.holds(
                    TAKEN_OVER,
                    () -> assertThat(Running.setting(live, member, name))
                            .as(member)
                            .isEqualTo(value));
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

    private static TlsCall statistics(LiveCluster live, Node balancer, int port) {
        return new TlsCall(
                live.administrator(),
                LiveCluster.address(balancer),
                port,
                false,
                live.generated().operator("ca.pem"));
    }
}
