package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reload, stop and start of the units. */
@Order(5)
@ExtendWith(BootedCluster.class)
@Tag("newest")
class ServicesIT {

    /** Limit for a turn of Patroni's loop, the start of PostgreSQL, and catching up with the leader. */
    private static final Duration RETURN = Duration.ofMinutes(1);

    @Test
    void reloadWithoutCuttingASession(LiveCluster live) throws SQLException {
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            try (Connection session = live.infobase().connect(LiveCluster.address(balancer), live.writePort())) {
                for (Node member : live.nodes(NodeRole.POSTGRESQL)) {
                    live.host(member).unit("patroni.service").reload();
                    live.host(member).unit("pgbouncer.service").reload();
                }
                live.host(balancer).unit("haproxy.service").reload();
                live.awaitHealthy(live.worstCase());
                assertThat(session.isValid(2)).isTrue();
            }
        }
    }

    @Test
    void patroniStopsItsPostgresqlAndComesBackAsAStandby(LiveCluster live) {
        String leader = live.leader();
        Host standby = live.nodes(NodeRole.POSTGRESQL).stream()
                .map(live::host)
                .filter(host -> !host.name().equals(leader))
                .findFirst()
                .orElseThrow();

        standby.unit("patroni.service").stop();

        assertThat(standby.run("pgrep", "--list-full", "--exact", "postgres").text())
                .isEmpty();
        standby.unit("patroni.service").start();
        live.awaitHealthy(RETURN);
        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    void anOrderlyStopOfTheLeaderHandsTheRoleOver(LiveCluster live) throws SQLException {
        Host leader = live.host(live.leader());
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer) {
            Eventually.holds(RETURN, () -> assertThat(writer.acknowledged()).isNotEmpty());
            leader.unit("patroni.service").stop();
            int before = writer.acknowledged().size();
            Eventually.holds(
                    live.worstCase(), () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
        }
        leader.unit("patroni.service").start();
        live.awaitHealthy(RETURN);
        assertThat(live.leader()).isNotEqualTo(leader.name());
        assertThat(writer.verdict().anomalies()).isEmpty();
    }
}
