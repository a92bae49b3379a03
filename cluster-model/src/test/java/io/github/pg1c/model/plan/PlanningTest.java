package io.github.pg1c.model.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.ConnectionBudget;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.yaml.Systems;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanningTest {

    private static final Cluster ZUP = Systems.ZUP.cluster();

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake("PG1C-106", cluster -> cluster.withNodes(List.of())),
                mistake("PG1C-106", cluster -> cluster.withNodes(cluster.nodesWith(NodeRole.ETCD))),
                mistake("PG1C-101", cluster -> cluster.withNodes(cluster.nodesWith(NodeRole.POSTGRESQL))),
                mistake("PG1C-114", cluster -> cluster.withNodes(members(150))),
                mistake("PG1C-401", cluster -> cluster.withResources(Resources.unspecified())),
                mistake(
                        "PG1C-402",
                        cluster -> cluster.withResources(cluster.resources().withCpus(0))),
                mistake(
                        "PG1C-403",
                        cluster -> cluster.withWorkload(cluster.workload().withConnections(0))),
                mistake(
                        "PG1C-301",
                        cluster -> cluster.withPostgresql(cluster.postgresql().withVersion(new PgMajor(10)))),
                mistake(
                        "PG1C-321",
                        cluster ->
                                cluster.withPostgresql(cluster.postgresql().withParameters(Map.of("work_men", "1MB")))),
                mistake(
                        "PG1C-203",
                        cluster -> cluster.withObjectives(cluster.objectives().withRto(Duration.ofSeconds(1)))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aClusterWithErrorsGivesItsProblems(String code, UnaryOperator<Cluster> change) {
        Cluster cluster = change.apply(ZUP);

        Planning planning = Planning.of(cluster);
        InvalidClusterException refused =
                catchThrowableOfType(InvalidClusterException.class, () -> ClusterPlan.of(cluster));

        assertThat(planning.plan()).isEmpty();
        assertThat(planning.problems()).extracting(Problem::code).contains(code);
        assertThat(refused.problems()).isEqualTo(planning.problems());
    }

    @Test
    void allProblemsAreReportedAtOnce() {
        Cluster cluster = ZUP.withResources(Resources.unspecified())
                .withWorkload(ZUP.workload().withConnections(0));

        assertThat(Planning.of(cluster).problems()).extracting(Problem::code).contains("PG1C-401", "PG1C-403");
    }

    @ParameterizedTest
    @EnumSource(Systems.class)
    void aPlanHasTheFactsThatFollowFromItsCluster(Systems system) {
        Cluster cluster = system.cluster();

        ClusterPlan plan = ClusterPlan.of(cluster);

        assertThat(plan.cluster()).isSameAs(cluster);
        assertThat(plan.layout()).isEqualTo(Layout.of(cluster));
        assertThat(plan.timing()).isEqualTo(Timing.of(cluster));
        assertThat(plan.quorum()).isEqualTo(Quorum.of(cluster));
        assertThat(plan.endpoints()).isEqualTo(ClientEndpoints.of(cluster));
        assertThat(plan.connections()).isEqualTo(ConnectionBudget.of(cluster));
        assertThat(plan.tuning().shared()).isEqualTo(ClusterTuning.of(cluster).shared());
        assertThat(plan).isEqualTo(ClusterPlan.of(cluster)).hasSameHashCodeAs(ClusterPlan.of(cluster));
    }

    @Test
    void clientsConnectThroughHaproxyWhereThereIsOne() {
        ClientEndpoints zup = ClientEndpoints.of(ZUP);
        ClientEndpoints offline = ClientEndpoints.of(Systems.CLOSED.cluster());

        assertThat(zup.hosts()).containsExactly("192.168.10.210");
        assertThat(zup.writePort()).isEqualTo(5433);
        assertThat(zup.readPort()).contains(5434);
        assertThat(zup.trafficPort()).isEqualTo(6432);
        assertThat(offline.writePort()).isEqualTo(6432);
        assertThat(offline.readPort()).isEmpty();
    }

    private static Arguments mistake(String code, UnaryOperator<Cluster> change) {
        return Arguments.of(code, change);
    }

    private static List<Node> members(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> Node.of("m" + i, "10.1.0." + i, NodeRole.POSTGRESQL, NodeRole.ETCD))
                .toList();
    }
}
