package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ConnectionBudget;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemsTest {

    private static final Map<Systems, List<String>> WARNINGS = Map.of(
            Systems.ZUP, List.of(),
            Systems.LXC, List.of(),
            Systems.LAB, List.of(),
            Systems.GEO, List.of("PG1C-706"),
            Systems.CLOSED, List.of("PG1C-202", "PG1C-601", "PG1C-505"));

    @ParameterizedTest
    @EnumSource(Systems.class)
    void readsWithoutErrors(Systems system) {
        Specification specification = SpecificationReader.read(system.text(), "cluster.yaml");

        assertThat(specification.problems()).extracting(Problem::code).isEqualTo(WARNINGS.get(system));
        assertThat(specification.hasErrors()).isFalse();
        assertThat(specification.cluster()).isPresent();
    }

    @ParameterizedTest
    @EnumSource(Systems.class)
    void keepsTheObjectiveAndTheConnections(Systems system) {
        Cluster cluster = system.cluster();

        assertThat(Timing.within(cluster)).isPresent();
        assertThat(Timing.of(cluster).worstCase(cluster))
                .isLessThanOrEqualTo(cluster.objectives().rto());
        assertThat(ConnectionBudget.of(cluster).fits()).isTrue();
        assertThat(Quorum.of(cluster).survives()).isEqualTo(1);
    }

    @Test
    void theFileIsReadAsItsText() throws Exception {
        Path file = Systems.ZUP.file();

        assertThat(SpecificationReader.read(file))
                .isEqualTo(SpecificationReader.read(Files.readString(file), "zup.yaml"));
    }

    @Test
    void zupKeepsItsUsersAndPaths() {
        Layout layout = Layout.of(Systems.ZUP.cluster());

        assertThat(layout.postgresUser()).isEqualTo("psqladmines");
        assertThat(layout.etcdUser()).isEqualTo("petcdadms");
        assertThat(layout.dataDirectory()).isEqualTo("/var/lib/pgpro/1c-17/data");
        assertThat(layout.versions().etcd()).hasToString("3.6");
    }

    @Test
    void mergedNodesHaveTheirOwnRoles() {
        Cluster cluster = Systems.ZUP.cluster();

        assertThat(cluster.nodesWith(NodeRole.ETCD))
                .extracting(node -> node.name().value())
                .containsExactly("spbetcd1", "spbetcd2", "spbetcd3");
        assertThat(cluster.nodesWith(NodeRole.HAPROXY))
                .extracting(node -> node.name().value())
                .containsExactly("spbetcd1", "spbetcd2");
    }
}
