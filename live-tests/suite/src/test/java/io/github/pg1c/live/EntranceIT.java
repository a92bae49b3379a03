package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Outcome;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HAProxy leads writers to the leader and readers to the standbys. */
@ExtendWith(BootedCluster.class)
@Order(3)
@Tag("newest")
class EntranceIT {

    private static final int WRITES = 1000;
    private static final int WRITES_PER_CONNECTION = 10;
    private static final int READERS = 50;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

    @Test
    void everyWriteThroughEachBalancerLandsOnTheLeader(LiveCluster live) throws SQLException {
        String leader = LiveCluster.address(live.node(live.leader()));
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Writer writer = Writer.start(
                    live.infobase(), LiveCluster.address(balancer), live.writePort(), WRITES_PER_CONNECTION);
            try (writer) {
                Eventually.holds(
                        LONG_ENOUGH, () -> assertThat(writer.acknowledged()).hasSizeGreaterThanOrEqualTo(WRITES));
            }
            assertThat(writer.errors()).isEmpty();
            assertThat(writer.acknowledged())
                    .allSatisfy(write -> assertThat(write.server().split(",")).contains(leader))
                    .noneMatch(Outcome.Acknowledged::standby);
        }
    }

    @Test
    void noReaderReachesTheLeaderWhileAStandbyLives(LiveCluster live) throws SQLException {
        String leader = LiveCluster.address(live.node(live.leader()));
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Set<String> servers = new HashSet<>();
            for (int i = 0; i < READERS; i++) {
                servers.add(standbyBehind(live, balancer));
            }
            assertThat(servers)
                    .noneMatch(addresses -> Set.of(addresses.split(",")).contains(leader));
            assertThat(servers).as("both standbys take readers").hasSize(2);
        }
    }

    @Test
    void leavesOutANodeWhosePoolerIsDead(LiveCluster live) throws SQLException {
        Host leader = live.host(live.leader());
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Timing timing = Timing.of(live.cluster());
        Duration noticed = timing.checkInterval()
                .multipliedBy(timing.checkFall())
                .plus(timing.checkTimeout().multipliedBy(timing.checkFall()));

        try (Fault frozen = leader.freeze("-x", "pgbouncer")) {
            Eventually.holds(
                    noticed.plusSeconds(1),
                    () -> assertThat(stateOf(live.host(balancer), leader.name()))
                            .isEqualTo("DOWN"));
        }
        live.awaitHealthy(live.worstCase());
    }

    private static String stateOf(Host balancer, String server) {
        String statistics = "import socket; s = socket.socket(socket.AF_UNIX); s.connect('/run/haproxy/admin.sock'); "
                + "s.sendall(b'show stat\\n'); print(b''.join(iter(lambda: s.recv(65536), b'')).decode())";
        return balancer.run("python3", "-c", statistics)
                .orThrow()
                .lines()
                .map(line -> line.split(","))
                .filter(fields -> fields.length > 17 && fields[0].endsWith("write") && fields[1].equals(server))
                .map(fields -> fields[17])
                .findFirst()
                .orElseThrow();
    }

    private static String standbyBehind(LiveCluster live, Node balancer) throws SQLException {
        try (Connection connection = live.infobase().connect(LiveCluster.address(balancer), live.readPort());
                Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("select pg_is_in_recovery(), current_setting('listen_addresses')")) {
            result.next();
            assertThat(result.getBoolean(1)).isTrue();
            return result.getString(2);
        }
    }
}
