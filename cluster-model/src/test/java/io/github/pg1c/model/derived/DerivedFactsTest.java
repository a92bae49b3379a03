package io.github.pg1c.model.derived;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.patroni.PatroniLog;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.postgresql.ServerLogs;
import io.github.pg1c.model.value.Durations;
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
    void logsBesideTheDataAreInTheBudgetOfItsDisk() {
        Cluster cluster = Systems.ZUP.cluster();
        Cluster beside = cluster.withPostgresql(cluster.postgresql()
                        .withDataDirectory("/data/17")
                        .withLogDirectory("/data/log")
                        .withLogs(ServerLogs.defaults().withRetention(Duration.ofDays(30))))
                .withPatroni(cluster.patroni()
                        .withLog(PatroniLog.defaults()
                                .withDirectory("/data/log/patroni")
                                .withFileSize(MemorySize.parse("50MB"))
                                .withFiles(9)));

        assertThat(logs(beside))
                .containsExactly("server-log 0: the lines of 30 days", "patroni-log 500MB: 10 files × 50MB");
        assertThat(logs(cluster)).isEmpty();
    }

    private static List<String> logs(Cluster cluster) {
        return ClusterTuning.of(cluster)
                .disks(cluster, cluster.nodesWith(NodeRole.POSTGRESQL).get(0))
                .get(0)
                .items()
                .stream()
                .filter(item -> item.id().endsWith("-log"))
                .map(item ->
                        item.id() + " " + item.size() + ": " + item.formula().en())
                .toList();
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

    /** What is not given is fitted to what is given; the watchdog keeps its margin. */
    @ParameterizedTest
    @CsvSource({
        ", , , 45, 10, 15",
        "40s, , , 40, 5, 10",
        "20s, , , 20, 5, 5",
        "45s, 20s, , 45, 20, 10",
        "45s, , 18s, 45, 4, 18",
        ", 10s, 10s, 45, 10, 10",
        ", , 20s, 50, 5, 20",
        "30s, 10s, 10s, 30, 10, 10",
    })
    void ownIntervalsStayAndTheOthersFit(
            @Nullable String ttl,
            @Nullable String loopWait,
            @Nullable String retryTimeout,
            long life,
            long loop,
            long retry) {
        Cluster cluster = withinAMinute();
        Patroni own = Patroni.defaults()
                .withTtl(duration(ttl))
                .withLoopWait(duration(loopWait))
                .withRetryTimeout(duration(retryTimeout));

        Timing timing = Timing.of(cluster.withPatroni(own));

        assertThat(List.of(timing.ttl(), timing.loopWait(), timing.retryTimeout(), timing.primaryStartTimeout()))
                .extracting(Duration::toSeconds)
                .containsExactly(life, loop, retry, life);
    }

    private static Cluster withinAMinute() {
        Cluster cluster = Systems.ZUP.cluster();
        return cluster.withObjectives(cluster.objectives().withRto(Duration.ofMinutes(1)));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Durations.parse(text);
    }

    @Test
    void theWorstCaseCountsTheOwnIntervals() {
        Cluster cluster = withinAMinute();
        Patroni own = Patroni.defaults().withTtl(Duration.ofSeconds(40));
        Timing computed = Timing.of(cluster);
        Timing timing = Timing.of(cluster.withPatroni(own));

        assertThat(timing.worstCase(cluster).minus(timing.checkInterval().multipliedBy(2)))
                .isEqualTo(computed.worstCase(cluster)
                        .minus(computed.checkInterval().multipliedBy(2))
                        .minusSeconds(5));
        assertThat(timing.crash(cluster)).isGreaterThan(timing.ttl());
        assertThat(Timing.of(cluster.withPatroni(own.withPrimaryStartTimeout(Duration.ZERO)))
                        .crash(cluster))
                .isLessThan(Duration.ofSeconds(30));
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

    /** systemd makes the directory by its own name, and /var/run is only a link to /run. */
    @Test
    void aSocketDirectoryBehindTheLinkIsThatOfItsTarget() {
        Cluster cluster = Systems.ZUP.cluster();
        Cluster linked = cluster.withPostgresql(cluster.postgresql().withSocketDirectory("/var/run/postgresql"));

        assertThat(Layout.of(linked)).isEqualTo(Layout.of(cluster));
        assertThat(Layout.of(cluster).socketDirectory()).isEqualTo("/run/postgresql");
    }
}
