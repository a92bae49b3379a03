package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.patroni.MemberTags;
import io.github.pg1c.model.patroni.PermanentSlot;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.value.Durations;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What each changed key of Patroni and etcd promises, as the hosts show it. */
final class PatroniKeyEffects {

    private PatroniKeyEffects() {}

    /** The leader's key lives as long in etcd as the specification says. */
    static void theLeadersKeyLivesForTtl(LiveCluster live, ClusterPlan promised) {
        Timing timing = promised.timing();
        DynamicConfiguration configuration = live.patroni().configuration();
        assertThat(configuration.ttl()).isEqualTo(timing.ttl());
        assertThat(configuration.loopWait()).isEqualTo(timing.loopWait());
        assertThat(configuration.retryTimeout()).isEqualTo(timing.retryTimeout());
        assertThat(configuration.primaryStartTimeout()).isEqualTo(timing.primaryStartTimeout());
        Host etcd = live.host(live.nodes(NodeRole.ETCD).get(0));
        String leases = etcd.shell("for lease in $(/usr/local/sbin/pg1c-etcdctl lease list | grep -v found); do"
                        + " /usr/local/sbin/pg1c-etcdctl lease timetolive $lease --keys; done")
                .orThrow();
        assertThat(leases.lines().filter(line -> line.contains("/live/leader")).toList())
                .singleElement()
                .asString()
                .contains("granted with TTL(" + timing.ttl().toSeconds() + "s)");
    }

    static void etcdRunsWithTheElectionTimeout(LiveCluster live, ClusterPlan promised) {
        String timeout = Durations.print(promised.cluster().etcd().election());
        for (Node node : live.nodes(NodeRole.ETCD)) {
            String started = live.host(node)
                    .shell("journalctl -u etcd.service -o cat --no-pager | grep 'starting an etcd server' | tail -n 1")
                    .orThrow();
            assertThat(started).as(node.name().toString()).contains("\"election-timeout\":\"" + timeout + "\"");
        }
    }

    /** Patroni publishes the tags of each member. */
    static void membersHaveTheirTags(LiveCluster live, ClusterPlan promised) {
        ClusterState state = live.patroni().cluster();
        for (Node node : promised.cluster().nodesWith(NodeRole.POSTGRESQL)) {
            MemberTags tags = node.tags();
            Map<String, String> published = state.members().stream()
                    .filter(member -> member.name().equals(node.name().toString()))
                    .findFirst()
                    .orElseThrow()
                    .tags();
            assertThat(published.get("noloadbalance")).isEqualTo(tags.noLoadBalance() ? "true" : null);
            assertThat(published.get("clonefrom")).isEqualTo(tags.cloneFrom() ? "true" : null);
            assertThat(published.get("nosync")).isEqualTo(tags.noSync() ? "true" : null);
            assertThat(published.get("failover_priority"))
                    .isEqualTo(
                            tags.failoverPriority() == null
                                    ? null
                                    : tags.failoverPriority().toString());
            assertThat(published.get("replicatefrom"))
                    .isEqualTo(
                            tags.replicateFrom() == null
                                    ? null
                                    : tags.replicateFrom().toString());
        }
    }

    /** The port for reading leads to every other standby, and never to this one. */
    static void thePortForReadingLeavesTheMemberOut(LiveCluster live, ClusterPlan promised) throws SQLException {
        membersHaveTheirTags(live, promised);
        String leader = live.leader();
        Set<String> expected = promised.cluster().nodesWith(NodeRole.POSTGRESQL).stream()
                .filter(node -> !node.tags().noLoadBalance())
                .filter(node -> !node.name().toString().equals(leader))
                .map(LiveCluster::address)
                .collect(Collectors.toSet());
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            Set<String> served = new TreeSet<>();
            for (int i = 0; i < 6; i++) {
                try (Connection connection = live.infobase().connect(LiveCluster.address(balancer), live.readPort());
                        Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery("select current_setting('listen_addresses')")) {
                    result.next();
                    served.add(result.getString(1).split(",")[0]);
                }
            }
            assertThat(served).as(balancer.name().toString()).isEqualTo(expected);
        }
    }

    static void theMemberIsNeverSynchronous(LiveCluster live, ClusterPlan promised) {
        Set<String> never = promised.cluster().nodesWith(NodeRole.POSTGRESQL).stream()
                .filter(node -> node.tags().noSync())
                .map(node -> node.name().toString())
                .collect(Collectors.toSet());
        assertThat(never).isNotEmpty().doesNotContain(live.synchronousStandby());
    }

    /** WAL comes from the named member unless that one leads. */
    static void theMemberReplicatesFromTheNamedOne(LiveCluster live, ClusterPlan promised) throws SQLException {
        for (Node node : promised.cluster().nodesWith(NodeRole.POSTGRESQL)) {
            if (node.tags().replicateFrom() != null && !node.name().toString().equals(live.leader())) {
                assertThat(Sql.run(
                                live,
                                node.tags().replicateFrom().toString(),
                                "select count(*) from pg_stat_replication where application_name = '" + node.name()
                                        + "' and state = 'streaming'"))
                        .isEqualTo("1");
            }
        }
    }

    /** After a restart and a change of the leader, too. */
    static void permanentSlotsAreOnEachMemberThatMayLead(LiveCluster live, ClusterPlan promised) throws SQLException {
        for (Node node : promised.cluster().nodesWith(NodeRole.POSTGRESQL)) {
            for (PermanentSlot slot : promised.cluster().patroni().slots()) {
                String member = node.name().toString();
                assertThat(Sql.run(
                                live,
                                member,
                                "select count(*) from pg_replication_slots where slot_name = '" + slot.name()
                                        + "' and slot_type = '" + slot.type().id() + "'"))
                        .as("%s on %s", slot.name(), member)
                        .isEqualTo(node.failover() ? "1" : "0");
            }
        }
    }

    /** The slot that nobody but {@code ignoreSlots} names stays where it was made. */
    static void anIgnoredSlotIsNotDropped(LiveCluster live, ClusterPlan promised) {
        assertThat(live.members())
                .anySatisfy(member -> assertThat(Sql.run(
                                live,
                                member,
                                "select count(*) from pg_replication_slots where slot_name = 'keys_ignored'"))
                        .isEqualTo("1"));
    }
}
