package io.github.pg1c.model.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.yaml.Systems;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.input.TuningInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DerivedFactsTest {

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 2, 0", "3, 2, 1", "4, 3, 1", "5, 3, 2", "7, 4, 3"})
    void quorumIsMoreThanHalf(int members, int majority, int survives) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= members; i++) {
            nodes.add(Node.of("e" + i, "10.0.0." + i, NodeRole.ETCD));
        }

        Quorum quorum = Quorum.of(Systems.ZUP.cluster().withNodes(nodes));

        assertThat(quorum.majority()).isEqualTo(majority);
        assertThat(quorum.survives()).isEqualTo(survives);
        assertThat(quorum.formula().en())
                .contains(members + " / 2 + 1 = " + majority)
                .endsWith("= " + survives);
        assertThat(quorum.losses()).extracting(Quorum.Loss::keepsQuorum).containsOnly(survives > 0);
    }

    @Test
    void quorumKnowsZonesWhoseLossIsFatal() {
        Cluster cluster = Systems.ZUP.cluster();
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> node.name().value().equals("spbetcd3") ? node.withZone("hyperv1") : node)
                .toList();

        assertThat(Quorum.of(cluster).fatalZones()).isEmpty();
        assertThat(Quorum.of(cluster.withNodes(nodes)).fatalZones()).containsExactly("hyperv1");
    }

    @ParameterizedTest
    @EnumSource(Systems.class)
    void everyChosenTimingKeepsPatronisRule(Systems system) {
        Cluster cluster = system.cluster();
        for (int seconds = 1; seconds <= 300; seconds++) {
            Objectives objectives = cluster.objectives().withRto(Duration.ofSeconds(seconds));
            Cluster other = cluster.withObjectives(objectives);
            Timing timing = Timing.of(other);

            assertThat(timing.loopWait().plus(timing.retryTimeout().multipliedBy(2)))
                    .isLessThanOrEqualTo(timing.ttl());
            assertThat(timing.ttl()).isGreaterThanOrEqualTo(Duration.ofSeconds(20));
            Timing.within(other)
                    .ifPresent(within -> assertThat(within.worstCase(other)).isLessThanOrEqualTo(objectives.rto()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "pgdg, debian-13, , true",
        "pgdg, ubuntu-24.04, , true",
        "pgdg, debian-13, /opt/postgresql/bin, false",
        "pgdg, astra-1.8, , false",
        "pgdg, rhel-9, , false",
        "postgrespro-1c, debian-13, , false",
    })
    void lz4IsKnownOfThePackagesOfDebianAndUbuntuOnly(
            String build, String os, @Nullable String programs, boolean known) {
        Cluster zup = Systems.ZUP.cluster();
        Cluster cluster = zup.withPlatform(
                        zup.platform().withOs(Platform.find(os).orElseThrow()))
                .withPostgresql(zup.postgresql()
                        .withDistribution(Distribution.parse(build))
                        .withBinDirectory(programs));

        assertThat(ClusterTuning.input(
                                cluster, cluster.nodesWith(NodeRole.POSTGRESQL).get(0))
                        .lz4())
                .isEqualTo(known);
    }

    @Test
    void tuningAsksForEachNodeWhatTheSpecificationSays() {
        Cluster cluster = Systems.ZUP.cluster();
        TuningInput input =
                ClusterTuning.of(cluster).of(NodeName.parse("spbpsql2")).input();

        assertThat(input.memory()).isEqualTo(MemorySize.ofGigabytes(16));
        assertThat(input.cpus()).isEqualTo(6);
        assertThat(input.connections()).isEqualTo(200);
        assertThat(input.standbys()).isEqualTo(1);
        assertThat(input.synchronous()).isTrue();
        assertThat(input.walDisk()).isEqualTo(MemorySize.ofGigabytes(50));
        assertThat(input.databaseSize()).isEqualTo(MemorySize.ofGigabytes(30));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClusterTuning.of(cluster).of(NodeName.parse("spbetcd1")));
    }

    @Test
    void sharedParametersAreThoseOfTheWeakestNode() {
        Cluster cluster = Systems.ZUP.cluster();
        List<Node> nodes = cluster.nodes().stream()
                .map(node -> node.name().value().equals("spbpsql2")
                        ? node.withResources(Resources.unspecified().withMemory(MemorySize.ofGigabytes(8)))
                        : node)
                .toList();

        ClusterTuning tuning = ClusterTuning.of(cluster.withNodes(nodes));

        assertThat(tuning.shared()).isNotEmpty().allMatch(parameter -> parameter.scope() == ParameterScope.DCS);
        assertThat(tuning.shared())
                .isEqualTo(tuning.of(NodeName.parse("spbpsql2")).parameters().stream()
                        .filter(parameter -> parameter.scope() == ParameterScope.DCS)
                        .toList());
    }

    @Test
    void overridesReachThePlan() {
        Cluster cluster = Systems.ZUP.cluster();
        Postgresql other = cluster.postgresql().withParameters(Map.of("work_mem", "32MB"));

        assertThat(ClusterTuning.of(cluster.withPostgresql(other))
                        .of(NodeName.parse("spbpsql1"))
                        .value("work_mem"))
                .contains("32MB");
    }

    @Test
    void connectionsPassThroughPoolerAndServer() {
        ConnectionBudget budget = ConnectionBudget.of(Systems.ZUP.cluster());

        assertThat(budget.clients()).isEqualTo(200);
        assertThat(budget.fits()).isTrue();
        assertThat(budget.pool())
                .hasValueSatisfying(pool -> assertThat(pool.poolSize()).isGreaterThanOrEqualTo(200));
        assertThat(budget.formula().ru()).contains("200 + " + budget.reserved()).contains("default_pool_size");
        assertThat(ConnectionBudget.of(Systems.LXC.cluster()).pool()).isEmpty();
    }
}
