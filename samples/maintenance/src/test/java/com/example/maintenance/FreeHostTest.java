package com.example.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.maintenance.FreeHost.Result;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import io.github.pg1c.ops.connect.ClusterConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

<<<<<<< HEAD
/** Two members of a simulated cluster; the second takes over when it is asked to. */
class FreeHostTest {

    private final List<String> log = new ArrayList<>();
    private PatroniSimulator cluster;
    private PatroniClient patroni;

    @BeforeEach
    void start() {
        cluster = PatroniSimulator.builder().members("pg1", "pg2").start();
        patroni = PatroniClient.builder().endpoint(cluster.member("pg1").uri()).build();
=======
class FreeHostTest {

    private final List<String> log = new ArrayList<>();
    private FakePatroni patroni;
    private ClusterConnection cluster;

    @BeforeEach
    void start() throws IOException {
        patroni = new FakePatroni();
        cluster = patroni.connect();
>>>>>>> h-ops
    }

    @AfterEach
    void stop() {
        cluster.close();
        patroni.close();
<<<<<<< HEAD
        cluster.close();
=======
>>>>>>> h-ops
    }

    @Test
    void handsTheLeadersRoleOver() {
        assertThat(free("pg1")).isEqualTo(Result.IS_FREE);
<<<<<<< HEAD
        assertThat(cluster.leader()).contains("pg2");
=======
        assertThat(patroni.leader).isEqualTo("pg2");
>>>>>>> h-ops
    }

    @Test
    void leavesAStandbyAlone() {
        assertThat(free("pg2")).isEqualTo(Result.WAS_FREE);
<<<<<<< HEAD
        assertThat(cluster.leader()).contains("pg1");
=======
        assertThat(patroni.leader).isEqualTo("pg1");
>>>>>>> h-ops
    }

    @Test
    void doesNothingInAClusterThatIsNotWhole() {
<<<<<<< HEAD
        cluster.member("pg2").state("starting");

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(cluster.leader()).contains("pg1");
=======
        patroni.standby = "starting";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(patroni.leader).isEqualTo("pg1");
>>>>>>> h-ops
    }

    @Test
    void saysWhyNobodyCanTakeOver() {
<<<<<<< HEAD
        cluster.member("pg2").tag("nofailover", true);

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(log).anyMatch(line -> line.contains("nofailover"));
        assertThat(cluster.leader()).contains("pg1");
=======
        patroni.tags = ", \"tags\": {\"nofailover\": true}";

        assertThat(free("pg1")).isEqualTo(Result.NOT_SAFE);
        assertThat(log).anyMatch(line -> line.contains("nofailover"));
        assertThat(patroni.leader).isEqualTo("pg1");
>>>>>>> h-ops
    }

    @Test
    void doesNotTakeAnotherEndForSuccess() {
<<<<<<< HEAD
        cluster.next("POST /switchover", Reaction.answer(200, "Switched over to \"pg3\" instead of \"pg2\""));
=======
        patroni.answer = "Switched over to \"pg3\" instead of \"pg2\"";
>>>>>>> h-ops

        assertThat(free("pg1")).isEqualTo(Result.NOT_DONE);
    }

    private Result free(String member) {
<<<<<<< HEAD
        return new FreeHost(patroni, log::add).free(member, Duration.ofMillis(100));
=======
        return new FreeHost(cluster, log::add).free(member, Duration.ofMillis(100));
>>>>>>> h-ops
    }
}
