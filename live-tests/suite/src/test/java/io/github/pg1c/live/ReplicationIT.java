package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The state of the freshly started cluster, as Patroni and PostgreSQL report it. */
@ExtendWith(BootedCluster.class)
@Order(2)
class ReplicationIT {

    @Test
    void hasOneLeaderAndStreamingStandbysOfWhichOneIsSynchronous(LiveCluster live) throws SQLException {
        Node leader = live.node(live.leader());

        List<List<String>> standbys = query(
                live.superuser(),
                LiveCluster.address(leader),
                live.cluster().postgresql().port(),
                "select state, sync_state from pg_stat_replication order by sync_state");

        assertThat(standbys).containsExactly(List.of("streaming", "async"), List.of("streaming", "sync"));
    }

    @Test
    void everyMemberRunsWithItsCalculatedParameters(LiveCluster live) throws SQLException {
        ClusterTuning tuning = ClusterTuning.of(live.cluster());
        for (Node node : live.nodes(NodeRole.POSTGRESQL)) {
            Map<String, String> shown = query(
                            live.superuser(),
                            LiveCluster.address(node),
                            live.cluster().postgresql().port(),
                            "select name, coalesce(reset_val, setting) from pg_settings")
                    .stream()
                    .collect(Collectors.toMap(row -> row.get(0), row -> row.get(1)));
            TuningPlan plan = tuning.of(node.name());
            ParameterCatalogue catalogue =
                    ParameterCatalogue.of(plan.input().major(), plan.input().distribution());
            assertThat(plan.parameters())
                    .hasSizeGreaterThan(50)
                    .allSatisfy(planned -> assertThat(catalogue
                                    .find(planned.name())
                                    .orElseThrow()
                                    .same(planned.value(), shown.getOrDefault(planned.name(), "absent")))
                            .as(
                                    "%s has %s = %s, planned is %s",
                                    node.name(), planned.name(), shown.get(planned.name()), planned.value())
                            .isTrue());
            // This depends on the build only: the calculator assumes that it has LZ4.
            assertThat(shown).containsEntry("wal_compression", "lz4");
        }
    }

    @Test
    void showsItsStateOverVerifiedTls(LiveCluster live) {
        ClusterState state = live.patroni().cluster();

        assertThat(state.scope())
                .isEqualTo(
                        live.isSince(3, 2) ? Optional.of(live.cluster().name().toString()) : Optional.empty());
        assertThat(state.members()).extracting(Member::name).containsExactly("pg1", "pg2", "pg3");
        for (Node node : live.nodes(NodeRole.POSTGRESQL)) {
            MemberStatus status = live.patroni().member(live.api(node));
            assertThat(status.patroni().scope()).contains(live.cluster().name().toString());
            assertThat(status.patroni().name())
                    .isEqualTo(live.isSince(3, 2) ? Optional.of(node.name().toString()) : Optional.empty());
            assertThat(status.conditions())
                    .as("nothing waits for a restart")
                    .doesNotContain(MemberStatus.Condition.PENDING_RESTART);
            boolean leads = node.name().toString().equals(live.leader());
            assertThat(live.patroni()
                            .health(live.api(node), HealthCheck.PRIMARY)
                            .isHealthy())
                    .isEqualTo(leads);
            assertThat(live.patroni()
                            .health(live.api(node), HealthCheck.REPLICA)
                            .isHealthy())
                    .isEqualTo(!leads);
        }
    }

    @Test
    void hasTheInfobaseWithItsOwnerEncodingAndLocale(LiveCluster live) throws SQLException {
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);

        List<List<String>> databases = query(
                live.infobase(),
                LiveCluster.address(balancer),
                live.writePort(),
                "select pg_get_userbyid(datdba), pg_encoding_to_char(encoding), datcollate, datctype from pg_database"
                        + " where datname = current_database()");

        assertThat(databases).containsExactly(List.of(LiveCluster.INFOBASE, "UTF8", "ru_RU.UTF-8", "ru_RU.UTF-8"));
    }

    @Test
    void isOperatedWithTheInstalledCommands(LiveCluster live) {
        Host member = live.host(live.leader());
        assertThat(member.run("/usr/local/sbin/pg1c-patronictl", "list").orThrow())
                .contains("Leader", "Sync Standby", "pg1", "pg2", "pg3");
        for (Node etcd : live.nodes(NodeRole.ETCD)) {
            assertThat(live.host(etcd)
                            .run("/usr/local/sbin/pg1c-etcdctl", "endpoint", "health")
                            .orThrow()
                            .lines())
                    .hasSize(live.nodes(NodeRole.ETCD).size())
                    .allMatch(line -> line.contains("is healthy"));
        }
    }

    private static List<List<String>> query(Login login, String host, int port, String sql) throws SQLException {
        try (Connection connection = login.connect(host, port);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
