package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hosts lose their cable while a client writes. */
@ExtendWith(BootedCluster.class)
@Order(6)
class LossIT {

    /** Limit for rewinding or copying a small database, and for the turns of Patroni's loop around it. */
    private static final Duration REJOIN = Duration.ofMinutes(2);

    @Test
    void replacesALostLeaderInTimeWithoutLosingACommit(LiveCluster live) throws SQLException {
        String lost = live.leader();
        int timeline = timeline(live);
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer) {
            Eventually.holds(
                    live.worstCase(), () -> assertThat(writer.acknowledged()).isNotEmpty());
            Duration limit = live.worstCase().multipliedBy(2);
            String leader = LiveCluster.address(live.node(lost));
            try (Fault cable = live.host(lost).pullCable()) {
                Eventually.holds(
                        limit,
                        () -> assertThat(writer.acknowledged())
                                .anyMatch(write ->
                                        !Set.of(write.server().split(",")).contains(leader)));
            }
        }
        Duration pause = writer.longestPause();
        System.out.printf(
                "leader's host lost: writing resumed after %.1f s; worst case by the model: %s%n",
                pause.toMillis() / 1000.0,
                Timing.of(live.cluster()).formula(live.cluster()).en());
        assertThat(pause).isLessThanOrEqualTo(live.worstCase());

        live.awaitHealthy(REJOIN);

        ClusterState state = live.patroni().cluster();
        assertThat(state.leader().orElseThrow().name()).isNotEqualTo(lost);
        Member returned = state.member(lost).orElseThrow();
        assertThat(returned.isStreaming()).isTrue();
        assertThat(returned.timeline().orElseThrow()).isGreaterThan(timeline);
        Verdict verdict = writer.verdict();
        System.out.printf("leader's host lost: %s%n", verdict);
        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    @Tag("newest")
    void goesOnUndisturbedWithoutAnyOneOfTheEtcdHosts(LiveCluster live) throws SQLException {
        String leader = live.leader();
        int timeline = timeline(live);
        Timing timing = Timing.of(live.cluster());
        Node balancer = live.nodes(NodeRole.HAPROXY).get(1);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer) {
            for (Node etcd : live.nodes(NodeRole.ETCD)) {
                Host host = live.host(etcd);
                try (Fault cable = host.pullCable()) {
                    // Longer than the TTL of the leader's lock: the leader must have renewed it without this host.
                    Instant renewed = Instant.now().plus(timing.ttl());
                    Eventually.holds(
                            timing.ttl().multipliedBy(2),
                            () -> assertThat(lastSeen(live, leader)).isAfter(renewed));
                    assertThat(live.leader()).isEqualTo(leader);
                }
                Eventually.holds(
                        REJOIN,
                        () -> assertThat(host.run("/usr/local/sbin/pg1c-etcdctl", "endpoint", "health")
                                        .orThrow())
                                .contains("is healthy"));
            }
        }
        assertThat(writer.errors()).isEmpty();
        assertThat(writer.longestPause()).isLessThan(timing.ttl());
        assertThat(timeline(live)).isEqualTo(timeline);
    }

    private static Instant lastSeen(LiveCluster live, String member) {
        return live.patroni().member(live.api(live.node(member))).dcsLastSeen().orElseThrow();
    }

    private static int timeline(LiveCluster live) {
        return live.patroni().cluster().leader().orElseThrow().timeline().orElseThrow();
    }
}
