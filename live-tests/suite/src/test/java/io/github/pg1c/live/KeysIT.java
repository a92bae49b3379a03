package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertCompleted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.KeyRun.Effect;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Switchover;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each key with a choice does what it promises: after the playbook has applied it, and after a restart of every member, a
 * switchover and the loss of the leader's host. {@link KeyRuns} has the keys.
 */
@ExtendWith(BootedCluster.class)
@Order(17)
class KeysIT {

    /** Limit for a restart, a rewind and the copies of slots, for which a standby restarts. */
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private static final Duration NOTICED = Duration.ofMinutes(1);

    /** Whether the cluster has to be led back to its specification. */
    private static boolean changed;

    static List<KeyRun> together() {
        return List.of(KeyRuns.TOGETHER);
    }

    static List<KeyRun> pooling() {
        return List.of(KeyRuns.TRANSACTIONS);
    }

    @AfterEach
    void restore(LiveCluster live) throws SQLException {
        if (changed) {
            live.hosts().stream().filter(host -> !host.isOn()).forEach(Host::boot);
            live.members()
                    .forEach(member -> LiveCluster.revive(live.host(member).unit("patroni.service")));
            live.awaitHealthy(SETTLED);
            endCopies(live);
            live.generateAgain();
            live.playbook().run().changed();
            live.awaitHealthy(SETTLED);
            KeyEffects.forgetObjects(live);
            changed = false;
        }
    }

    @AfterAll
    static void leaveNoSlot(LiveCluster live) throws SQLException {
        for (String member : live.members()) {
            assertThat(logicalSlots(live, member)).as(member).isEqualTo("0");
        }
    }

    @Tag("newest")
    @ParameterizedTest
    @MethodSource("together")
    void keysThatGoTogetherKeepTheirPromisesAfterRestartSwitchoverAndFailover(KeyRun run, LiveCluster live)
            throws Exception {
        keepsItsPromises(run, live);
    }

    @Tag("oldest")
    @ParameterizedTest
    @MethodSource("pooling")
    void aWayOfPoolingKeepsItsPromiseAfterRestartSwitchoverAndFailover(KeyRun run, LiveCluster live) throws Exception {
        keepsItsPromises(run, live);
    }

    private static void keepsItsPromises(KeyRun run, LiveCluster live) throws Exception {
        ClusterPlan promised = run.plan(live.generated().specification());
        // A member that may not lead must not be the leader when it learns so.
        if (!promised.cluster().nodes().stream()
                .filter(node -> node.name().toString().equals(live.leader()))
                .allMatch(node -> node.failover())) {
            switchOver(live);
        }
        changed = true;
        live.generateWith(run.edits());
        live.playbook().run().changed();
        live.awaitHealthy(SETTLED);
        createObjects(live);
        assertEffects(run, live, promised, "applied");

        for (String member : Stream.concat(live.standbys().stream(), Stream.of(live.leader()))
                .toList()) {
            patronictl(live, "restart live " + member + " --force").orThrow();
            live.awaitHealthy(SETTLED);
        }
        assertEffects(run, live, promised, "restarted");

        switchOver(live);
        assertEffects(run, live, promised, "switched over");

        String lost = live.leader();
        live.host(lost).losePower();
        Eventually.holds(
                live.worstCase().plus(NOTICED), () -> assertThat(live.leader()).isNotEqualTo(lost));
        live.host(lost).boot();
        live.awaitHealthy(SETTLED);
        assertEffects(run, live, promised, "failed over");
        if (promised.cluster().workload().databaseCopies()) {
            assertTheEndOfCopiesIsRefused(live);
        }
    }

    /**
     * With a slot and {@code wal_level} {@code replica} no server would start again. What etcd needs of the same change
     * comes before.
     */
    private static void assertTheEndOfCopiesIsRefused(LiveCluster live) {
        Map<String, String> servers = servers(live);
        live.generateAgain();

        Output refused = live.playbook().run().output();

        assertThat(refused.succeeded()).isFalse();
        assertThat(refused.text()).contains("keys_copy");
        assertThat(servers(live)).isEqualTo(servers);
    }

    /** The processes of PostgreSQL and Patroni on each host. */
    private static Map<String, String> servers(LiveCluster live) {
        return EffectiveValues.processes(live).entrySet().stream()
                .filter(process -> process.getKey().contains("postgresql")
                        || process.getKey().contains("patroni"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The hosts have no watchdog and no kernel module for one, so a cluster that requires it could not have a leader. */
    @Tag("newest")
    @Test
    void aRequiredWatchdogThatNobodyHasIsRefusedBeforeAnythingChanges(LiveCluster live) {
        Host host = live.host(live.leader());
        Map<String, String> processes = EffectiveValues.processes(live);
        String installed = host.shell("cat /var/lib/pg1c/installed").orThrow();
        live.generateWith(Map.of("objectives:\n", "patroni: {watchdog: required}\n\nobjectives:\n"));
        try {
            Output refused = live.install(host);

            assertThat(refused.succeeded()).isFalse();
            assertThat(refused.text()).contains("/dev/watchdog", "softdog");
            assertThat(host.shell("cat /var/lib/pg1c/installed").orThrow()).isEqualTo(installed);
            assertThat(EffectiveValues.processes(live)).isEqualTo(processes);
        } finally {
            live.generateAgain();
        }
    }

    private static void assertEffects(KeyRun run, LiveCluster live, ClusterPlan promised, String when) {
        for (Effect effect : run.effects()) {
            try {
                Eventually.holds(NOTICED, () -> effect.check().holds(live, promised));
            } catch (AssertionError e) {
                throw new AssertionError(effect.key() + ", " + when + ": " + e.getMessage(), e);
            }
            live.awaitHealthy(SETTLED);
        }
    }

    private static void switchOver(LiveCluster live) {
        String candidate = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertCompleted(patroni.switchover(Switchover.from(live.leader()).to(candidate)), candidate);
        }
        live.awaitHealthy(SETTLED);
    }

    /** Roles and databases, by the commands of the runbook. */
    private static void createObjects(LiveCluster live) {
        for (String block : live.generated().commands("databases")) {
            if (block.contains("roles.sql")) {
                live.host(live.leader()).shell("set -e\n" + block).orThrow();
            }
        }
        KeyEffects.createObjects(live);
    }

    /** As the runbook says: the slots go before {@code wal_level} does. */
    private static void endCopies(LiveCluster live) throws SQLException {
        patronictl(live, "edit-config live -s slots=null --force").orThrow();
        for (String member : live.members()) {
            Eventually.holds(NOTICED, () -> {
                Sql.run(
                        live,
                        member,
                        "select count(pg_drop_replication_slot(slot_name)) from pg_replication_slots"
                                + " where slot_type = 'logical'");
                assertThat(logicalSlots(live, member)).as(member).isEqualTo("0");
            });
        }
        patronictl(live, "edit-config live -s ignore_slots=null --force").orThrow();
    }

    private static String logicalSlots(LiveCluster live, String member) throws SQLException {
        return Sql.run(live, member, "select count(*) from pg_replication_slots where slot_type = 'logical'");
    }

    private static Output patronictl(LiveCluster live, String command) {
        return live.host(live.leader()).shell("/usr/local/sbin/pg1c-patronictl " + command);
    }
}
