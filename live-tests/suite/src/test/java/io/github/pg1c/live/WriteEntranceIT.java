package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Switchover;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HAProxy does not know the servers' roles at a start or a reload, and still no client may write to a standby. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(14)
class WriteEntranceIT {

    private static final Duration SOON = Duration.ofSeconds(30);
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
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort(), 1);
        try (writer) {
            balancer(live).unit("haproxy.service").restart();
            int before = writer.acknowledged().size();
            Eventually.holds(SOON, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
        }
        assertThat(writer.errors()).noneMatch(error -> error.contains("read-only"));
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
