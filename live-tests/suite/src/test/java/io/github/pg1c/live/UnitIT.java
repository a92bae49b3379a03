package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Unit;
import io.github.pg1c.model.NodeRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** systemd restarts a unit after any number of crashes, and has loaded the unit's file from the disk. */
@ExtendWith(BootedCluster.class)
@Order(29)
@Tag("newest")
class UnitIT {

    private static final int CRASHES = 7;
    private static final String EARLY = "-30d";
    private static final Duration BACK = Duration.ofSeconds(30);

    @AfterEach
    void revive(LiveCluster live) {
        live.hosts().forEach(host -> live.units(host).forEach(LiveCluster::revive));
        live.awaitHealthy(Duration.ofMinutes(2));
    }

    @Test
    void etcdRestartsAfterEveryCrash(LiveCluster live) {
        crash(live.host(live.nodes(NodeRole.ETCD).get(0)).unit("etcd.service"));
    }

    @Test
    void patroniRestartsAfterEveryCrash(LiveCluster live) {
        crash(live.host(live.asynchronousStandby()).unit("patroni.service"));
    }

    @Test
    void aCrashOfPatroniOnTheLeaderEndsNoSession(LiveCluster live) throws SQLException {
        String leader = live.leader();
        Unit patroni = live.host(leader).unit("patroni.service");
        Instant crashed;
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            String former = patroni.property("MainPID");
            live.host(leader).kill("-f", LiveCluster.PATRONI);
            crashed = Instant.now();
            Eventually.holds(BACK, () -> {
                assertThat(patroni.property("MainPID")).isNotIn("0", former);
                assertThat(live.patroni().member(live.api(leader)).role().isLeader())
                        .isTrue();
            });
            Duration back = Duration.between(crashed, Instant.now());
            System.out.printf("Patroni killed: it leads again after %.1f s%n", back.toMillis() / 1000.0);
            Duration patience =
                    live.timing().checkInterval().multipliedBy(live.timing().checkFall() - 1);
            assumeTrue(
                    back.compareTo(patience) < 0,
                    () -> "this machine is so slow that HAProxy gives Patroni up after " + patience);
            writer.assertUndisturbed();
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    /** Units that restart after a second. */
    enum RestartedUnit {
        PGBOUNCER(NodeRole.POSTGRESQL),
        HAPROXY(NodeRole.HAPROXY);

        private final NodeRole role;

        RestartedUnit(NodeRole role) {
            this.role = role;
        }

        Unit on(LiveCluster live) {
            return live.host(live.nodes(role).get(0)).unit(name().toLowerCase(Locale.ROOT) + ".service");
        }
    }

    @ParameterizedTest
    @EnumSource
    void poolerAndProxyRestartAfterEveryCrash(RestartedUnit unit, LiveCluster live) {
        crash(unit.on(live));
    }

    private static void crash(Unit unit) {
        for (int crash = 0; crash < CRASHES; crash++) {
            String former = unit.property("MainPID");
            unit.host()
                    .run("systemctl", "kill", "--kill-who=main", "--signal=KILL", unit.name())
                    .orThrow();
            Eventually.holds(BACK, () -> {
                String state = unit.state();
                if (state.equals("failed")) {
                    throw new IllegalStateException(unit.whatHappened());
                }
                assertThat(state).isEqualTo("active");
                // 0 after the end of one process and before the start of the next one.
                assertThat(unit.property("MainPID")).isNotIn("0", former);
            });
        }
    }

    /** With that clock no certificate of the cluster is valid yet. HAProxy hangs in libfaketime. */
    @Test
    void unitsThatStartedBeforeTheClockWasRightWorkAfterwards(LiveCluster live) throws SQLException {
        String member = live.asynchronousStandby();
        List<Fault> late = new ArrayList<>();
        try {
            late.add(live.host(member).shiftClock("pgbouncer.service", EARLY));
            late.add(live.host(member).shiftClock("patroni.service", EARLY));
            Eventually.holds(
                    BACK,
                    () -> assertThat(live.patroni().cluster().members())
                            .noneMatch(one -> one.name().equals(member) && one.isStreaming()));
        } finally {
            late.forEach(Fault::mend);
        }
        live.awaitHealthy(Duration.ofMinutes(2));
        assertThat(Sql.run(live, member, "select pg_is_in_recovery()")).isEqualTo("t");
    }

    @Test
    void theNextInstallationCompletesAnInterruptedOne(LiveCluster live) throws IOException {
        Host host = live.host(live.nodes(NodeRole.HAPROXY).get(0));
        Unit unit = host.unit("haproxy.service");
        // Another version of both files was effective before.
        host.shell("echo '# an earlier version' >> /etc/systemd/system/haproxy.service && systemctl daemon-reload"
                        + " && echo 'vm.swappiness = 42' > /etc/sysctl.d/90-pg1c.conf"
                        + " && sysctl -q -p /etc/sysctl.d/90-pg1c.conf")
                .orThrow();
        // The installer dies as soon as it asks systemd for anything, which is after it has written all files.
        Path deadly = host.path("/usr/local/sbin/systemctl");
        Files.writeString(deadly, "#!/bin/sh\nkill -KILL $PPID\n");
        Files.setPosixFilePermissions(deadly, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            assertThat(live.install(host).status()).as("killed").isEqualTo(128 + 9);
        } finally {
            Files.delete(deadly);
        }
        try {
            live.install(host).orThrow();
            assertThat(unit.property("NeedDaemonReload")).as("NeedDaemonReload").isEqualTo("no");
            assertThat(host.run("cat", "/proc/sys/vm/swappiness").orThrow())
                    .as("applied by the next installation")
                    .isEqualTo("1");
        } finally {
            host.shell("systemctl daemon-reload && sysctl -q -p /etc/sysctl.d/90-pg1c.conf")
                    .orThrow();
        }
    }

    @Test
    void noUnitWaitsForADaemonReloadAfterAnInstallation(LiveCluster live) {
        for (Host host : live.hosts()) {
            for (Unit unit : live.units(host)) {
                assertThat(unit.property("NeedDaemonReload")).as("%s", unit).isEqualTo("no");
                assertThat(unit.property("UnitFileState")).as("%s", unit).isEqualTo("enabled");
            }
        }
    }
}
