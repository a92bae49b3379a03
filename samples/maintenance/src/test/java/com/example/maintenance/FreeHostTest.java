package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.maintenance.FreeHost.Result;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeHostTest {

    private final List<String> log = new ArrayList<>();
    private PatroniSimulator patroni;
    private ClusterConnection cluster;

    @BeforeEach
    void start() {
        patroni = SmallCluster.start();
        cluster = SmallCluster.connect(patroni);
    }

    @AfterEach
    void stop() {
        cluster.close();
        patroni.close();
    }

    @Test
    void handsTheLeadersRoleOver() {
        assertThat(free("pg1")).isEqualTo(Result.IS_FREE);
        assertThat(patroni.leader()).contains("pg2");
    }

    @Test
    void leavesAStandbyAlone() {
        assertThat(free("pg2")).isEqualTo(Result.WAS_FREE);
        assertThat(patroni.leader()).contains("pg1");
    }

    @Test
    void doesNothingInAClusterThatIsNotWhole() {
        patroni.member("pg2").state("starting");

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(patroni.leader()).contains("pg1");
    }

    @Test
    void saysWhyNobodyCanTakeOver() {
        patroni.member("pg2").tag("nofailover", true);

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(log).anyMatch(line -> line.contains("nofailover"));
        assertThat(patroni.leader()).contains("pg1");
    }

    @Test
    void doesNotTakeAnotherEndForSuccess() {
        patroni.next("POST /switchover", Reaction.answer(200, "Switched over to \"pg3\" instead of \"pg2\""));

        assertThat(free("pg1")).isEqualTo(Result.NOT_DONE);
    }

    private Result free(String member) {
        return new FreeHost(cluster, log::add).free(member, Duration.ofMillis(100));
    }
}
