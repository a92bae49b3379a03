package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.SimulatedRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplySpecificationTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void changesTheConfigurationAndRestartsThoseWhoWaitForIt() {
        try (PatroniSimulator patroni = SmallCluster.start();
                ClusterConnection cluster = SmallCluster.connect(patroni)) {
            ApplySpecification specification = new ApplySpecification(cluster, log::add);

            assertThat(specification.differs()).isTrue();
            assertThat(patroni.writes()).isEmpty();
            assertThat(specification.apply()).isTrue();

            assertThat(log).contains("to be restarted: pg2", "to be restarted: pg1");
            assertThat(patroni.writes())
                    .extracting(SimulatedRequest::member, SimulatedRequest::what)
                    .containsExactly(
                            tuple("pg1", "PATCH /config"), tuple("pg2", "POST /restart"), tuple("pg1", "POST /restart"));
            assertThat(specification.differs()).isFalse();
            assertThat(specification.apply()).isTrue();
            assertThat(patroni.writes()).hasSize(3);
        }
    }
}
