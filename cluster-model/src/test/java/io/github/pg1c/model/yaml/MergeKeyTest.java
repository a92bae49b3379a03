package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeKeyTest {

    private static final String REST = """
            name: zup
            platform: {os: debian-13}
            postgresql: {distribution: postgrespro-1c, version: 17}
            workload: {connections: 50}
            networks: {clients: [10.0.10.0/24], administrators: [10.0.20.0/28]}
            resources: &big {memory: 16GB, cpus: 8}
            x-all: &all {roles: [postgresql, etcd, haproxy], zone: one}
            x-two: &two {zone: two, failover: false}
            nodes:
            """;

    @Test
    void ownKeysWinWhereverTheyStand() {
        List<Node> nodes = nodes("  - {<<: *all, name: n1, address: 10.0.0.1, zone: own}\n"
                + "  - {name: n2, address: 10.0.0.2, zone: own, <<: *all}\n"
                + "  - {<<: *all, name: n3, address: 10.0.0.3}\n");

        assertThat(nodes).extracting(Node::zone).containsExactly("own", "own", "one");
    }

    @Test
    void ofSeveralMappingsTheEarlierWins() {
        List<Node> nodes = nodes("  - {<<: [*all, *two], name: n1, address: 10.0.0.1}\n"
                + "  - {<<: [*two, *all], name: n2, address: 10.0.0.2, failover: true}\n"
                + "  - {<<: *all, name: n3, address: 10.0.0.3}\n");

        assertThat(nodes).extracting(Node::zone).containsExactly("one", "two", "one");
        assertThat(nodes).extracting(Node::failover).containsExactly(false, true, true);
    }

    @Test
    void aMistakeInAMergedMappingIsShownWhereItStands() {
        Specification specification = SpecificationReader.read(
                REST.replace("zone: two,", "zone: two, fail: 1,")
                        + "  - {<<: [*all, *two], name: n1, address: 10.0.0.1}\n"
                        + "  - {<<: *all, name: n2, address: 10.0.0.2}\n"
                        + "  - {<<: *all, name: n3, address: 10.0.0.3}\n",
                "x.yaml");

        assertThat(specification.problems())
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("nodes[0].fail");
                    assertThat(problem.location().orElseThrow().line()).isEqualTo(8);
                });
    }

    @Test
    void aliasesRepeatValues() {
        Cluster cluster = cluster("  - {<<: *all, name: n1, address: 10.0.0.1, resources: *big}\n"
                + "  - {<<: *all, name: n2, address: 10.0.0.2}\n"
                + "  - {<<: *all, name: n3, address: 10.0.0.3}\n");

        assertThat(cluster.nodes().get(0).resources()).isEqualTo(cluster.resources());
    }

    @Test
    void quotedMergeKeyIsAnOrdinaryKey() {
        assertThat(SpecificationReader.read(REST + "  - {'<<': *all}\n", "x.yaml")
                        .problems())
                .extracting(Problem::path)
                .contains("nodes[0].<<");
    }

    private static List<Node> nodes(String lines) {
        return cluster(lines).nodes();
    }

    private static Cluster cluster(String lines) {
        Specification specification = SpecificationReader.read(REST + lines, "x.yaml");
        return specification.cluster().orElseThrow(() -> new AssertionError(specification.problems()));
    }
}
