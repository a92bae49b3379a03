package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.maintenance.FreeHost.Result;
import io.github.pg1c.ops.connect.ClusterConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeHostTest {

    private final List<String> log = new ArrayList<>();
    private FakePatroni patroni;
    private ClusterConnection cluster;

    @BeforeEach
    void start() throws IOException {
        patroni = new FakePatroni();
        cluster = patroni.connect();
    }

    @AfterEach
    void stop() {
        cluster.close();
        patroni.close();
    }

    @Test
    void handsTheLeadersRoleOver() {
        assertThat(free("pg1")).isEqualTo(Result.IS_FREE);
        assertThat(patroni.leader).isEqualTo("pg2");
    }

    @Test
    void leavesAStandbyAlone() {
        assertThat(free("pg2")).isEqualTo(Result.WAS_FREE);
        assertThat(patroni.leader).isEqualTo("pg1");
    }

    @Test
    void doesNothingInAClusterThatIsNotWhole() {
        patroni.standby = "starting";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(patroni.leader).isEqualTo("pg1");
    }

    @Test
    void saysWhyNobodyCanTakeOver() {
        patroni.tags = ", \"tags\": {\"nofailover\": true}";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(log).anyMatch(line -> line.contains("nofailover"));
        assertThat(patroni.leader).isEqualTo("pg1");
    }

    @Test
    void doesNotTakeAnotherEndForSuccess() {
        patroni.answer = "Switched over to \"pg3\" instead of \"pg2\"";

        assertThat(free("pg1")).isEqualTo(Result.NOT_DONE);
    }

    private Result free(String member) {
        return new FreeHost(cluster, log::add).free(member, Duration.ofMillis(100));
    }
}
