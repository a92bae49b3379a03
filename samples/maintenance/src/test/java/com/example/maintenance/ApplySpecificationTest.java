package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.SimulatedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplySpecificationTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void changesTheConfigurationAndRestartsThoseWhoWaitForIt() {
        try (PatroniSimulator simulator =
                        PatroniSimulator.builder().members("pg1", "pg2").start();
                ClusterConnection cluster = connect(simulator)) {
            ApplySpecification specification = new ApplySpecification(cluster, log::add);
            simulator.member("pg1").pendingRestart("max_connections", "100", "200");
            simulator.member("pg2").pendingRestart("max_connections", "100", "200");

            assertThat(specification.differs()).isTrue();
            assertThat(simulator.writes()).isEmpty();
            assertThat(specification.apply()).isTrue();

            assertThat(log).containsSubsequence("to be restarted: pg2", "to be restarted: pg1");
            assertThat(simulator.writes().stream().map(SimulatedRequest::what))
                    .containsExactly("PATCH /config", "POST /restart", "POST /restart");
            assertThat(specification.differs()).isFalse();
            assertThat(specification.apply()).isTrue();
            assertThat(simulator.writes()).hasSize(3);
        }
    }

    private static ClusterConnection connect(PatroniSimulator simulator) {
        return new ClusterConnection(
                "small",
                PatroniClient.builder().endpoint(simulator.member("pg1").uri()).build(),
                SpecificationReader.read(Path.of("src/test/resources/cluster.yaml"))
                        .cluster(),
                Waiting.real());
    }
}
