package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Role;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What every test may rely on: all members replicate, and every entrance leads to a server. */
final class ClusterHealth {

    private ClusterHealth() {}

    static void assertHealthy(LiveCluster live) {
        ClusterState state = live.patroni().cluster();
        assertThat(state.members()).hasSize(live.members().size());
        Member leader = state.leader().orElseThrow();
        assertThat(state.members())
                .filteredOn(member -> !member.isLeader())
                .allMatch(Member::isStreaming)
                .allMatch(member -> member.timeline().equals(leader.timeline()));
        assertThat(state.members())
                .filteredOn(member -> member.role().kind() == Role.Kind.SYNC_STANDBY)
                .hasSize(live.cluster().objectives().synchronous() ? 1 : 0);
        // Nobody writes to a copy of another cluster.
        boolean copy = leader.role().kind() == Role.Kind.STANDBY_LEADER;
        List<Integer> ports = copy ? List.of(live.readPort()) : List.of(live.writePort(), live.readPort());
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            for (int port : ports) {
                assertLeads(live, balancer, port);
            }
        }
    }

    private static void assertLeads(LiveCluster live, Node balancer, int port) {
        try (Connection connection = live.infobase().connect(LiveCluster.address(balancer), port)) {
            assertThat(connection.isValid(2)).isTrue();
        } catch (SQLException e) {
            throw new IllegalStateException(balancer.name() + ", port " + port + ": " + e.getMessage(), e);
        }
    }
}
