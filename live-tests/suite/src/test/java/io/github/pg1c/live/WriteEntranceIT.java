package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HAProxy does not know the servers' roles at a start or a reload, and still no client may write to a standby. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(14)
@Tag("newest")
class WriteEntranceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private static final String IN_RECOVERY = "SELECT pg_is_in_recovery()";

    /** Limit for detecting dead connections and replacing them. */
    private static final Duration RETURN = Duration.ofMinutes(2);

    @Test
    void reloadsWhileAHostIsSilentAreNotNoticedByAWriter(LiveCluster live) throws SQLException {
        leadByAnotherThanTheFirst(live);
        // Its first check takes a second. During it the server counts as a leader, too, so a new client waits for the
        // second look.
        Host silent = live.host(live.asynchronousStandby());
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            try (Fault cable = silent.pullCable()) {
                for (int reload = 0; reload < 3; reload++) {
                    balancer(live).unit("haproxy.service").reload();
                }
            }
            live.awaitHealthy(RETURN);
            writer.assertUndisturbed();
        }
    }

    @Test
    void aStartLetsNobodyWriteToAStandby(LiveCluster live) throws SQLException {
        leadByAnotherThanTheFirst(live);
        Writer writer = Writer.start(live.infobase(), balancerAddress(live), live.writePort(), 1);
        try (writer) {
            balancer(live).unit("haproxy.service").restart();
            int before = writer.acknowledged().size();
            Eventually.holds(SOON, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
        }
        assertThat(writer.errors()).noneMatch(error -> error.contains("read-only"));
    }

    /**
     * A promotion asks {@code restore_command} for the history of later timelines and lasts as long as the answer:
     * meanwhile the member holds the leader's lock and is in recovery.
     */
    @Test
    void nobodyIsLedToALeaderThatIsStillInRecovery(LiveCluster live) throws SQLException {
        Host former = live.host(live.leader());
        try (Fault archive = hangingArchive(live);
                Writer writer = Writer.start(live.infobase(), balancerAddress(live), live.writePort(), 1)) {
            // A standby that reads its settings again may be replaced as the synchronous one for a moment, and without
            // one nobody may take over.
            live.awaitHealthy(RETURN);
            String candidate = live.synchronousStandby();
            former.losePower();
            Eventually.holds(RETURN, () -> assertThat(live.leader()).isEqualTo(candidate));
            List<String> served = new ArrayList<>();
            for (int attempt = 0; attempt < 20; attempt++) {
                assertThat(Sql.run(live, candidate, IN_RECOVERY)).isEqualTo("t");
                served.add(servedBy(live));
            }
            assertThat(served).doesNotContain("t");
            archive.mend();
            int before = writer.acknowledged().size();
            Eventually.holds(RETURN, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
            assertThat(writer.errors()).noneMatch(error -> error.contains("read-only"));
        } finally {
            if (!former.isOn()) {
                former.boot();
            }
            live.awaitHealthy(RETURN);
        }
    }

    /** Whether the server that a writer is led to is in recovery, or why nobody is led anywhere. */
    private static String servedBy(LiveCluster live) {
        try (Connection connection = live.infobase().connect(balancerAddress(live), live.writePort(), SECOND);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(IN_RECOVERY)) {
            result.next();
            return result.getString(1);
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    /** An archive in which each standby looks for a file until the fault ends, and finds none. */
    private static Fault hangingArchive(LiveCluster live) throws SQLException {
        String hanging = "/var/lib/postgresql/hanging";
        String command = "while test -e " + hanging + "; do sleep 0.2; done; false";
        List<Host> standbys = live.standbys().stream().map(live::host).toList();
        restoreBy(live, command);
        for (Host standby : standbys) {
            Eventually.holds(
                    SOON,
                    () -> assertThat(Sql.run(live, standby.name(), "SHOW restore_command"))
                            .isEqualTo(command));
            standby.run("touch", hanging).orThrow();
        }
        return Fault.mendedBy(() -> {
            standbys.forEach(standby -> standby.run("rm", hanging).orThrow());
            restoreBy(live, null);
        });
    }

    private static void restoreBy(LiveCluster live, @Nullable String command) {
        ConfigPatch none = ConfigPatch.empty();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.configure(
                            command == null
                                    ? none.remove("postgresql", "recovery_conf")
                                    : none.set(command, "postgresql", "recovery_conf", "restore_command")))
                    .isInstanceOf(ConfigOutcome.Changed.class);
        }
    }

    private static String balancerAddress(LiveCluster live) {
        return LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0));
    }

    private static Host balancer(LiveCluster live) {
        return live.host(live.nodes(NodeRole.HAPROXY).get(0));
    }

    /** HAProxy would send every client to the first server that it considers up. */
    private static void leadByAnotherThanTheFirst(LiveCluster live) {
        String first = live.members().get(0);
        if (live.leader().equals(first)) {
            try (PatroniClient patroni = live.patroniOperator()) {
                patroni.switchover(Switchover.from(first).to(live.synchronousStandby()));
            }
            Eventually.holds(SOON, () -> assertThat(live.leader()).isNotEqualTo(first));
            live.awaitHealthy(SOON);
        }
    }
}
