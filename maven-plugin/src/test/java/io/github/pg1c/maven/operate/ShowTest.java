package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.Waiting;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is only looked at: status, topology, history. */
class ShowTest {

    private final Desk desk = new Desk();
    private SimulatedCluster cluster;

    @BeforeEach
    void boot() throws IOException {
        cluster = new SimulatedCluster("pg1", "pg2", "pg3");
    }

    @AfterEach
    void end() {
        cluster.close();
    }

    @Test
    void showsTheTableThatUsersKnow() {
        cluster.member("pg2").put("role", "sync_standby").put("lag", 1_572_864);
        cluster.member("pg3").put("lag", "unknown").put("port", 5433);

        status("table");

        assertThat(desk.output()).isEqualTo("""
                + Cluster: main (7381) ---+--------------+-----------+----+---------+
                | Member | Host           | Role         | State     | TL | Lag     |
                +--------+----------------+--------------+-----------+----+---------+
                | pg1    | 10.0.0.11      | Leader       | running   | 1  |         |
                | pg2    | 10.0.0.12      | Sync Standby | streaming | 1  | 1.5 MB  |
                | pg3    | 10.0.0.13:5433 | Replica      | streaming | 1  | unknown |
                +--------+----------------+--------------+-----------+----+---------+
                """);
        assertThat(desk.said()).isEmpty();
    }

    @Test
    void addsColumnsOnlyForWhatIsThere() {
        cluster.member("pg1")
                .put("pending_restart", true)
                .putObject("pending_restart_reason")
                .putObject("max_connections")
                .put("old_value", "100")
                .put("new_value", "200");
        cluster.member("pg3").putObject("tags").put("nofailover", true);

        status("tsv");

        assertThat(desk.output().lines())
                .containsExactly(
                        "Member\tHost\tRole\tState\tTL\tLag\tPending restart\tPending restart reason\tTags",
                        "pg1\t10.0.0.11\tLeader\trunning\t1\t\t*\tmax_connections: 100->200\t",
                        "pg2\t10.0.0.12\tReplica\tstreaming\t1\t0\t\t\t",
                        "pg3\t10.0.0.13\tReplica\tstreaming\t1\t0\t\t\tnofailover: true");
        assertThat(desk.said()).contains("RESULT main: changed parameters wait for a restart of: pg1");
    }

    @Test
    void writesJsonWithNamesThatStay() throws IOException {
        cluster.member("pg2").put("lag", 42);

        status("json");

        JsonNode json = new ObjectMapper().readTree(desk.output());
        assertThat(json.path("cluster").asText()).isEqualTo("main");
        assertThat(json.path("leader").asText()).isEqualTo("pg1");
        assertThat(json.path("paused").asBoolean()).isFalse();
        assertThat(json.path("members")).hasSize(3);
        JsonNode second = json.path("members").path(1);
        assertThat(second.path("name").asText()).isEqualTo("pg2");
        assertThat(second.path("role").asText()).isEqualTo("replica");
        assertThat(second.path("state").asText()).isEqualTo("streaming");
        assertThat(second.path("timeline").asInt()).isEqualTo(1);
        assertThat(second.path("lag").asLong()).isEqualTo(42);
        assertThat(json.path("disagreements")).isEmpty();
        assertThat(json.path("notAnswering")).isEmpty();
    }

    @Test
    void writesTheSameAsYaml() {
        status("yaml");

        assertThat((Object) Patches.map(desk.output()).get("leader")).isEqualTo("pg1");
    }

    @Test
    void writesAListForADirectoryOfSpecifications() throws IOException {
        desk.succeeds(desk.shows(cluster, StatusGoal.of(Optional.of("json"), true, Optional.empty())));

        assertThat(new ObjectMapper()
                        .readTree(desk.output())
                        .path(0)
                        .path("leader")
                        .asText())
                .isEqualTo("pg1");
    }

    @Test
    void namesTheClusterInTheTabsOfADirectoryOfSpecifications() {
        desk.succeeds(desk.shows(cluster, StatusGoal.of(Optional.of("tsv"), true, Optional.empty())));

        assertThat(desk.output().lines())
                .startsWith(
                        "Cluster\tMember\tHost\tRole\tState\tTL\tLag", "main\tpg1\t10.0.0.11\tLeader\trunning\t1\t");
    }

    @Test
    void warnsOfWhatATableCannotSay() {
        cluster.configuration().put("pause", true);
        cluster.leads("nobody");
        cluster.cluster()
                .putObject("scheduled_switchover")
                .put("at", "2026-11-22T03:00:00+00:00")
                .put("from", "pg1");
        cluster.answers("GET /patroni", 500, "broken");

        status("table");

        assertThat(desk.said())
                .contains(
                        "WARNING main: Patroni is paused and leaves PostgreSQL alone",
                        "WARNING main: there is no leader",
                        "RESULT main: a switchover from pg1 to whom Patroni chooses is scheduled at 2026-11-22T03:00Z")
                .anyMatch(line -> line.startsWith("WARNING main: pg2 does not answer: "));
    }

    @Test
    void repeatsUntilItIsInterrupted() {
        Waiting twice = new Waiting() {
            private int looks;

            @Override
            public long nanoTime() {
                return 0;
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                assertThat(time).isEqualTo(Duration.ofSeconds(2));
                if (++looks == 2) {
                    throw new InterruptedException();
                }
            }
        };
        ClusterGoals operations = new ClusterGoals(
                desk.operations().speech(), desk, desk.operations().output(), twice);

        operations.onAll(
                desk.input(Path.of("/nowhere")),
                Desk.access(cluster),
                StatusGoal.of(Optional.of("tsv"), false, Optional.of("2s")));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(desk.output().lines().filter(line -> line.startsWith("Member")))
                .hasSize(2);
    }

    @Test
    void failsWhenNobodyAnswers() {
        cluster.close();

        GoalResult outcome = desk.shows(cluster, StatusGoal.of(Optional.empty(), false, Optional.empty()));

        assertThat(outcome.sentence()).isEqualTo("pg1c: no member answers, nothing is known of: main");
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() {
        GoalResult outcome = desk.shows(cluster, StatusGoal.of(Optional.of("xml"), false, Optional.of("0s")));

        assertThat(outcome.failed()).isTrue();
        assertThat(desk.said())
                .contains(
                        "ERROR pg1c.format: error PG1C-903: 'xml' is not known here",
                        "ERROR     write one of: table, json, yaml, tsv")
                .contains("ERROR pg1c.watch: error PG1C-903: there must be time between two looks");
    }

    @Test
    void showsWhoReplicatesFromWhom() throws IOException {
        try (SimulatedCluster four = new SimulatedCluster("pg1", "pg2", "pg3", "pg4")) {
            four.member("pg3").putObject("tags").put("replicatefrom", "pg2");
            four.member("pg4").putObject("tags").put("replicatefrom", "gone");

            desk.succeeds(desk.does(four, complaints -> new TopologyGoal()));
        }

        assertThat(desk.output()).isEqualTo("""
                main
                └─ pg1  Leader, running
                   ├─ pg2  Replica, streaming, lag 0
                   │  └─ pg3  Replica, streaming, lag 0
                   └─ pg4  Replica, streaming, lag 0
                """);
    }

    @Test
    void showsMembersWithoutALeaderOrInACircle() {
        cluster.leads("nobody");
        cluster.member("pg1").putObject("tags").put("replicatefrom", "pg2");
        cluster.member("pg2").putObject("tags").put("replicatefrom", "pg1");

        desk.succeeds(desk.does(cluster, complaints -> new TopologyGoal()));

        assertThat(desk.output().lines())
                .hasSize(4)
                .filteredOn(line -> line.startsWith("?"))
                .hasSize(3);
    }

    @Test
    void showsThePromotions() {
        desk.succeeds(desk.does(cluster, HistoryGoal.of(Optional.of("tsv"))));

        assertThat(desk.output().lines().toList())
                .isEqualTo(List.of(
                        "TL\tLSN\tReason\tTimestamp\tNew Leader",
                        "1\t0/5000000\tno recovery target specified\t2026-11-20T10:00Z\tpg1"));
    }

    private void status(String format) {
        desk.succeeds(desk.shows(cluster, StatusGoal.of(Optional.of(format), false, Optional.empty())));
    }

    @Test
    void leaderInRecoveryIsNotHealthy() {
        cluster.own("pg1").put("role", "replica").put("state", "unknown");

        status("table");
        assertThat(desk.said())
                .contains(
                        "WARNING main: pg1 is listed with the role leader, but reports the role replica",
                        "WARNING main: pg1 is listed as running, but reports unknown");

        desk.speaking(Language.RU);
        status("json");
        assertThat(desk.output()).contains("\"own\" : {", "\"role\" : \"replica\"", "\"state\" : \"unknown\"");
        assertThat(desk.said()).contains("WARNING main: pg1 указан с ролью leader, а сам сообщает роль replica");
    }
}
