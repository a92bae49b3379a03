package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.diff.BundleDiff;
import io.github.pg1c.bundle.diff.SettingChange;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.PlaybookRun;
import io.github.pg1c.live.lab.Unit;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.cluster.Member;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The bundle's playbook applies a changed specification to the running cluster and reverts it, in an order in which the
 * cluster goes on serving. Each test continues the one before.
 */
@ExtendWith(BootedCluster.class)
@Order(16)
@Tag("oldest")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AnsibleIT {

    private static final int ETCD_PORT = 2379;
    private static final Duration BACK = Duration.ofMinutes(1);
    /** Less than the calculated value, because more might exceed the memory of the nodes. In kB. */
    private static final int WORK_MEM = 4096;

    /** Changes that need a reload, a restart for shared configuration, and a restart of etcd. */
    private static final Map<String, String> EDITS = Map.of(
            "distribution: pgdg\n",
            "distribution: pgdg\n  parameters: {work_mem: " + WORK_MEM + "kB}\n",
            "connections: 50\n",
            "connections: 60\n",
            "objectives:\n",
            "etcd: {quota: 3GB}\n\nobjectives:\n");

    /** Whether the cluster matches its specification again. */
    private static boolean back;

    @AfterAll
    static void restore(LiveCluster live) {
        live.generateAgain();
        if (!back) {
            live.playbook().run().changed();
        }
    }

    @Test
    @Order(1)
    void aNodeThatCannotBeInstalledStopsTheRunBeforeAnythingRestarts(LiveCluster live) {
        live.generateWith(EDITS);
        Map<String, String> processes = EffectiveValues.processes(live);
        Host last = live.host("lb2");

        PlaybookRun run;
        try (Fault missing = last.withoutProgram("/usr/sbin/haproxy")) {
            run = live.playbook().run();
        }

        assertThat(run.output().succeeded()).isFalse();
        assertThat(run.failed()).containsEntry("lb2", 1);
        assertThat(run.output().text()).contains("fatal: [lb2]: FAILED!", "/usr/sbin/haproxy", ": lb2. ");
        assertThat(EffectiveValues.processes(live)).isEqualTo(processes);
        assertThat(live.host("pg1").shell("ls /var/lib/pg1c/pending").orThrow().lines())
                .as("not forgotten")
                .contains("patroni.reload", "postgresql.restart", "shared.change");
    }

    @Test
    @Order(2)
    void aMemberThatDoesNotComeBackStopsTheRunBeforeTheNextOne(LiveCluster live) {
        Map<String, String> processes = EffectiveValues.processes(live);
        Map<String, Long> quotas = new TreeMap<>(EffectiveValues.quotas(live));
        Unit second = live.host("etcd2").unit("etcd.service");

        PlaybookRun run;
        try (Fault broken = second.neverStarts()) {
            run = live.playbook().run();
        }
        second.awaitActive(BACK);

        assertThat(run.output().succeeded()).isFalse();
        assertThat(run.failed()).containsEntry("etcd2", 1).containsEntry("etcd3", 0);
        assertThat(run.output().text()).contains("fatal: [etcd2]: FAILED!");
        // The second member has started with the new file since.
        quotas.replaceAll((node, quota) -> node.equals("etcd3") ? quota : quota / 2 * 3);
        assertThat(EffectiveValues.quotas(live)).isEqualTo(quotas);
        assertThat(only(processes, "etcd3", "pg", "lb"))
                .isEqualTo(only(EffectiveValues.processes(live), "etcd3", "pg", "lb"));
    }

    @Test
    @Order(3)
    void theNextRunFinishesTheChangeStandbysFirst(LiveCluster live) throws SQLException {
        String former = live.leader();
        BundleDiff diff = live.generateWith(EDITS).diff().orElseThrow();
        assertThat(diff.isEmpty()).as("generated before").isTrue();
        int connections = sharedConnections(live);

        try (AvailabilityWatch etcd = AvailabilityWatch.watch(live.nodes(NodeRole.ETCD), ETCD_PORT);
                AvailabilityWatch servers = AvailabilityWatch.watch(
                        live.nodes(NodeRole.POSTGRESQL),
                        live.cluster().postgresql().port())) {
            live.playbook().run().changed();

            assertThat(etcd.most()).hasSize(1);
            assertThat(servers.most()).hasSize(1);
        }

        assertThat(sharedConnections(live)).isGreaterThan(connections);
        assertThat(EffectiveValues.settings(live, "max_connections").values()).containsOnly(sharedConnections(live));
        assertThat(EffectiveValues.settings(live, "work_mem").values()).containsOnly(WORK_MEM);
        assertThat(EffectiveValues.quotas(live).values()).containsOnly(3L * 1024 * 1024 * 1024);
        assertThat(live.leader()).isNotEqualTo(former);
        Map<String, Long> starts = starts(live);
        assertThat(starts).allSatisfy((member, start) -> {
            if (!member.equals(former)) {
                assertThat(start).isLessThan(starts.get(former));
            }
        });
    }

    @Test
    @Order(4)
    void theNextRunHasNothingLeftToDo(LiveCluster live) {
        Map<String, String> processes = EffectiveValues.processes(live);

        assertThat(live.playbook().run("pg1c_adopt_database=true").changed()).isEqualTo(onEach(live, 0));

        assertThat(EffectiveValues.processes(live)).isEqualTo(processes);
    }

    @Test
    @Order(5)
    void aLimitGoesDownOnTheLeaderFirst(LiveCluster live) throws SQLException {
        String leader = live.leader();
        BundleDiff diff = live.generateAgain().diff().orElseThrow();
        assertThat(diff.settings()).extracting(SettingChange::path).contains("quota-backend-bytes");

        try (AvailabilityWatch servers = AvailabilityWatch.watch(
                live.nodes(NodeRole.POSTGRESQL), live.cluster().postgresql().port())) {
            live.playbook().run().changed();

            assertThat(servers.most()).hasSize(1);
        }
        back = true;

        SettingChange limit = diff.of(leader).stream()
                .filter(change -> change.path().equals("bootstrap.dcs.postgresql.parameters.max_connections"))
                .findFirst()
                .orElseThrow();
        int lowered = Integer.parseInt(String.valueOf(limit.after()));
        assertThat(sharedConnections(live)).isEqualTo(lowered);
        assertThat(EffectiveValues.settings(live, "max_connections").values()).containsOnly(lowered);
        assertThat(EffectiveValues.quotas(live).values()).containsOnly(2L * 1024 * 1024 * 1024);
        assertThat(live.leader()).isEqualTo(leader);
        Map<String, Long> starts = starts(live);
        assertThat(starts).allSatisfy((member, start) -> {
            if (!member.equals(leader)) {
                assertThat(start).isGreaterThan(starts.get(leader));
            }
        });
        assertThat(live.patroni().cluster().members()).noneMatch(Member::pendingRestart);
    }

    private static Map<String, Integer> onEach(LiveCluster live, int number) {
        Map<String, Integer> numbers = new TreeMap<>();
        live.hosts().forEach(host -> numbers.put(host.name(), number));
        return numbers;
    }

    private static Map<String, String> only(Map<String, String> processes, String... hosts) {
        Map<String, String> some = new LinkedHashMap<>(processes);
        some.keySet().removeIf(key -> List.of(hosts).stream().noneMatch(key::startsWith));
        return some;
    }

    private static int sharedConnections(LiveCluster live) {
        return Integer.parseInt(
                String.valueOf(live.patroni().configuration().parameters().get("max_connections")));
    }

    /** Start time of PostgreSQL in milliseconds, by member. */
    private static Map<String, Long> starts(LiveCluster live) throws SQLException {
        Map<String, Long> starts = new TreeMap<>();
        for (String member : live.members()) {
            starts.put(
                    member,
                    Long.parseLong(Sql.run(
                            live, member, "select (extract(epoch from pg_postmaster_start_time()) * 1000)::bigint")));
        }
        return starts;
    }
}
