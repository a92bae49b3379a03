package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.ops.connect.ClusterConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApplySpecificationTest {

    private final List<String> log = new ArrayList<>();

    @Test
    void changesTheConfigurationAndRestartsThoseWhoWaitForIt() throws IOException {
        try (FakePatroni patroni = new FakePatroni();
                ClusterConnection cluster = patroni.connect()) {
            ApplySpecification specification = new ApplySpecification(cluster, log::add);

            assertThat(specification.differs()).isTrue();
            assertThat(patroni.writes()).isEmpty();
            assertThat(specification.apply()).isTrue();

            assertThat(log).contains("to be restarted: pg2", "to be restarted: pg1");
            assertThat(patroni.writes()).containsExactly("PATCH /config", "POST /pg2/restart", "POST /pg1/restart");
            assertThat(specification.differs()).isFalse();
            assertThat(specification.apply()).isTrue();
            assertThat(patroni.writes()).hasSize(3);
        }
    }
}
