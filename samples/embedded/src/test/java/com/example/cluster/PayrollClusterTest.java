package com.example.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.secrets.generate.GenerationReport;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unit tests of a cluster: what it must survive is checked before anything is installed. */
class PayrollClusterTest {

    private final Cluster cluster = PayrollCluster.describe(200);

    @Test
    void survivesLossOfAnyEtcdNodeAndAnyRack() {
        Quorum quorum = Quorum.of(cluster);

        assertThat(quorum.survives()).isEqualTo(1);
        assertThat(quorum.fatalZones()).isEmpty();
    }

    @Test
    void hasLeaderAgainWithinObjective() {
        assertThat(Timing.of(cluster).worstCase(cluster)).isLessThanOrEqualTo(cluster.objectives().rto());
    }

    @Test
    void refusesMoreConnectionsThanMemoryCarries() {
        assertThatThrownBy(() -> PayrollCluster.describe(20_000)).isInstanceOf(InvalidClusterException.class);
    }

    @Test
    void generatesWithoutMaven(@TempDir Path directory) {
        GenerationReport report = PayrollCluster.generate(directory);

        assertThat(report.bundle().resolve("RUNBOOK.md")).isRegularFile();
        assertThat(report.secrets().resolve("passwords")).isDirectory();
    }
}
