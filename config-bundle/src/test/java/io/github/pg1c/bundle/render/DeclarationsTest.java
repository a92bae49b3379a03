package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ComponentPackages;
import io.github.pg1c.model.derived.ServicePort;
import io.github.pg1c.model.plan.ClusterPlan;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What components declare of services and ports, and the flow matrix that is made of it. */
class DeclarationsTest {

    private static final Cluster LAYERED = Clusters.layered(Language.EN).cluster();

    static Stream<Cluster> clusters() {
        return Clusters.all(Language.EN).stream().map(Clusters::cluster);
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void packagesOfComponentsAreThoseThatTheModelKnows(Cluster cluster) {
        assertThat(ComponentPackages.of(cluster))
                .containsExactlyInAnyOrderElementsOf(
                        NodePart.of(Bundle.parts(ClusterPlan.of(cluster), RevocationLists.NONE)
                                        .values())
                                .packages());
    }

    @Test
    void flowsOfLayersAreExactlyThese() {
        assertThat(lines(LAYERED))
                .filteredOn(line -> line.matches(".* (2379|2380|2381|5000|5001|5432|6432|8008|8404)"))
                .contains(
                        "etcd1 etcd2 2380",
                        "pg1 etcd3 2379",
                        "etcd1 etcd2 2379",
                        "pg1 pg2 5432",
                        "pg2 pg1 8008",
                        "lb1 pg1 8008",
                        "lb2 pg2 6432",
                        "clients lb1 5000",
                        "clients lb2 5001",
                        "administrators lb1 8404",
                        "administrators pg1 8008")
                .doesNotContain("clients pg1 6432", "etcd3 pg1 8008", "pg1 pg1 5432")
                .noneMatch(line -> line.startsWith("monitoring") || line.endsWith(" 2381"))
                .doesNotHaveDuplicates()
                .hasSize(6 + 9 + 6 + 6 + 6 + 6 + 6 + 4 + 6 + 2);
    }

    @Test
    void flowsBetweenNodesStandFirst() {
        List<String> lines = lines(LAYERED);

        assertThat(lines.get(0)).isEqualTo("etcd1 etcd2 2380");
        assertThat(lines.subList(lines.indexOf("clients lb1 5000"), lines.size()))
                .startsWith("clients lb1 5000", "clients lb1 5001", "clients lb2 5000")
                .containsSubsequence(
                        "administrators pg1 8008",
                        "administrators pg1 5432",
                        "administrators pg2 8008",
                        "administrators lb1 8404");
    }

    @Test
    void withoutHaproxyClientsReachTheMembersThemselves() {
        assertThat(lines(Clusters.direct(Language.EN).cluster()))
                .contains("clients (1C servers) pg1 5432", "clients (1C servers) pg2 5432");
        assertThat(lines(Clusters.alone(Language.EN).cluster()))
                .contains("clients only1 6432")
                .doesNotContain("clients only1 5432");
    }

    @Test
    void monitoringReachesPostgresqlWhenARoleWatches() {
        DatabaseRole watching = DatabaseRole.of("watch").withMonitoring(true);

        assertThat(lines(LAYERED.withRoles(Stream.concat(LAYERED.roles().stream(), Stream.of(watching))
                        .toList())))
                .contains("monitoring pg1 5432", "monitoring pg3 5432");
    }

    @Test
    void thereIsNoStatisticsPageWithoutAdministrators() {
        Cluster cluster = LAYERED.withNetworks(LAYERED.networks().withAdministrators(List.of()));

        assertThat(lines(cluster)).noneMatch(line -> line.startsWith("administrators"));
        assertThat(cluster.nodesWith(NodeRole.HAPROXY))
                .allSatisfy(node -> assertThat(part(cluster, node).listeners())
                        .extracting(Listener::port)
                        .contains(5000, 5001)
                        .doesNotContain(8404));
    }

    /** A rule of the specification checks the same ports for collisions. */
    @ParameterizedTest
    @MethodSource("clusters")
    void listenersStandAtThePortsThatTheSpecificationNames(Cluster cluster) {
        for (Node node : cluster.nodes()) {
            List<Integer> named = Stream.of(ServicePort.values())
                    .filter(port -> port.on(cluster, node))
                    .map(port -> port.of(cluster))
                    .toList();

            assertThat(part(cluster, node).listeners())
                    .filteredOn(listener -> !listener.address().loopback())
                    .allSatisfy(
                            listener -> assertThat(node.has(listener.role())).isTrue())
                    .extracting(Listener::port)
                    .as("a port that is reached from elsewhere is a constant of ServicePort")
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void aFileOfTheNodeNamesEachPort(Cluster cluster) {
        for (Node node : cluster.nodes()) {
            NodePart part = part(cluster, node);
            assertThat(part.listeners()).allSatisfy(listener -> {
                assertThat(part.services()).extracting(Service::name).contains(listener.service());
                assertThat(part.files())
                        .anySatisfy(file -> assertThat(file.content())
                                .containsPattern("(:|port = |port: )" + listener.port() + "\\b"));
            });
        }
    }

    @Test
    void nobodyConnectsToALoopbackAddressFromElsewhere() {
        Listener local = new Listener(
                "one", NodeRole.ETCD, IpAddress.parse("127.0.0.1"), 2381, Listener.Security.PLAIN, "HTTP", List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> local.from(LAYERED.nodes(), 10, Text.same("looks")))
                .withMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void servicesOfANodeHaveTheOrderThatTheComponentsDeclare(Cluster cluster) {
        int unknown = Components.order("unknown");
        for (Node node : cluster.nodes()) {
            List<String> services = Service.names(part(cluster, node).services());
            assertThat(services)
                    .filteredOn(service -> Components.order(service) == unknown)
                    .as("services that no component has in its method services")
                    .isEmpty();
            assertThat(services)
                    .doesNotHaveDuplicates()
                    .isSortedAccordingTo(Comparator.comparingInt(Components::order));
        }
    }

    private static NodePart part(Cluster cluster, Node node) {
        return Components.part(new PlanContext(ClusterPlan.of(cluster), RevocationLists.NONE), node);
    }

    private static List<String> lines(Cluster cluster) {
        ClusterPlan plan = ClusterPlan.of(cluster);
        PlanContext context = new PlanContext(plan, RevocationLists.NONE);
        return new DocumentContext(context, Bundle.parts(plan, RevocationLists.NONE), "0.1")
                .flows().stream()
                        .map(flow -> flow.from().en() + " " + flow.to().en() + " " + flow.portText())
                        .toList();
    }
}
