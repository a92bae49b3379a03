package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done with a cluster as a whole: failover, pause, configuration, waiting. */
class ClusterOperationsTest {

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
    void failsOverWithoutALeader() {
        cluster.leads("nobody");

        desk.succeeds(desk.does(cluster, failover("pg3")));

        assertThat(cluster.writes()).containsExactly("POST /pg3/failover {\"candidate\":\"pg3\"}");
        assertThat(desk.questions())
                .singleElement()
                .asString()
                .contains("Transactions that it has not received are lost");
    }

    @Test
    void failsOverToAMemberThatIsBehindAfterSayingSo() {
        cluster.member("pg3").put("lag", 5_000_000);

        desk.succeeds(desk.does(cluster, failover("pg3")));

        assertThat(desk.said()).anyMatch(line -> line.contains("5000000 bytes behind"));
        assertThat(cluster.writes()).hasSize(1);
    }

    @Test
    void doesNotFailOverToAMemberThatPatroniRefuses() {
        cluster.member("pg3").putObject("tags").put("nofailover", true);

        GoalResult outcome = desk.does(cluster, failover("pg3"));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: pg3 cannot take over, nothing was done");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void requiresACandidateForAFailover() {
        GoalResult outcome = desk.does(
                cluster, FailoverGoal.of(new FailoverGoal.Order(Optional.empty(), false, false, Optional.empty())));

        assertThat(outcome.failed()).isTrue();
        assertThat(desk.said())
                .contains("ERROR pg1c.candidate: error PG1C-906: a failover goes to a member that you name");
    }

    @Test
    void pausesAndResumes() {
        desk.succeeds(desk.does(cluster, PauseGoal.of(true, Optional.empty())));
        assertThat(cluster.configuration().path("pause").asBoolean()).isTrue();

        desk.succeeds(desk.does(cluster, PauseGoal.of(false, Optional.empty())));
        assertThat(cluster.configuration().has("pause")).isFalse();
    }

    @Test
    void failsWhenAMemberDoesNotNoticeThePause() {
        cluster.answers("PATCH /config", 200, "{\"pause\": true}");

        GoalResult outcome = desk.does(cluster, PauseGoal.of(true, Optional.empty()));

        assertThat(outcome.sentence()).contains("these members have not taken notice: pg1, pg2, pg3");
    }

    @Test
    void showsTheConfiguration() {
        desk.succeeds(desk.does(cluster, ShowConfigurationGoal.of(Optional.empty())));

        assertThat(desk.output()).isEqualTo("loop_wait: 10\nttl: 30\nretry_timeout: 10\n");
    }

    @Test
    void changesTheConfigurationAfterShowingTheDifference() {
        desk.succeeds(desk.does(
                cluster,
                change(List.of("loop_wait=5", "postgresql.parameters.max_connections=200", "ttl=30"), List.of())));

        assertThat(cluster.writes())
                .containsExactly(
                        "PATCH /pg1/config {\"loop_wait\":5,\"postgresql\":{\"parameters\":{\"max_connections\":200}},\"ttl\":30}");
        assertThat(desk.said())
                .contains(
                        "RESULT main: loop_wait: 10 -> 5",
                        "RESULT main: postgresql.parameters.max_connections: — -> 200 (takes effect at a restart)",
                        "RESULT main: loop_wait, postgresql.parameters.max_connections: every member knows the new"
                                + " value; that it acts on it is not confirmed, as Patroni does not show it",
                        "RESULT main: changed");
    }

    @Test
    void removesKeys() {
        desk.succeeds(desk.does(cluster, change(List.of(), List.of("retry_timeout"))));

        assertThat(cluster.configuration().has("retry_timeout")).isFalse();
    }

    @Test
    void takesChangesFromAFile(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("patch.yaml"), "loop_wait: 5\nretry_timeout: null\n");

        desk.succeeds(desk.does(
                cluster, ConfigGoal.of(new ConfigParameters(List.of(), List.of(), Optional.of(file), false, false))));

        assertThat(cluster.configuration().path("loop_wait").asInt()).isEqualTo(5);
        assertThat(cluster.configuration().has("retry_timeout")).isFalse();
    }

    @Test
    void refusesAKeyThatPatroniWouldIgnore() {
        GoalResult outcome = desk.does(cluster, change(List.of("loop_wiat=5"), List.of()));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: nothing was changed");
        assertThat(desk.said()).anyMatch(line -> line.contains("did you mean loop_wait?"));
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void refusesAllValuesThatPatroniWouldNotActOnAtOnce() {
        GoalResult outcome = desk.does(
                cluster,
                change(
                        List.of(
                                "synchronous_mode=qourum",
                                "ttl=abc",
                                "loop_wait=0",
                                "postgresql.use_pg_rewind='off'",
                                "primary_race_backoff=5"),
                        List.of()));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: nothing was changed");
        assertThat(desk.said().stream().filter(line -> line.startsWith("WARNING")))
                .hasSize(5)
                .allMatch(line -> line.contains("; Patroni 4.0") || line.contains("race_backoff: Patroni 4.0"));
        assertThat(desk.questions()).isEmpty();
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void failsWhenAMemberDoesNotFollowTheChange() {
        cluster.answers("GET /config", 200, "{\"loop_wait\": 10, \"ttl\": 30, \"retry_timeout\": 10}");
        cluster.answers("PATCH /config", 200, "{\"loop_wait\": 5, \"ttl\": 30, \"retry_timeout\": 10}");

        GoalResult outcome = desk.speaking(Language.RU).does(cluster, change(List.of("loop_wait=5"), List.of()));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: конфигурация изменена, но ей следуют не все узлы");
        assertThat(desk.said()).contains("WARNING main: loop_wait: нет ответа или другое значение: pg1, pg2, pg3");
    }

    @Test
    void sendsNothingForValuesThatAreSetAlready() {
        desk.succeeds(desk.does(cluster, change(List.of("ttl=30"), List.of())));

        assertThat(desk.said()).contains("RESULT main: it is so already, nothing to change");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongWithAChange() {
        GoalResult outcome = desk.does(
                cluster,
                ConfigGoal.of(new ConfigParameters(
                        List.of("loop_wait", "=5", "ttl="),
                        List.of("a..b"),
                        Optional.of(Path.of("/nowhere/patch.yaml")),
                        false,
                        false)));

        assertThat(outcome.sentence()).startsWith("pg1c: errors: ");
        assertThat(desk.said())
                .contains("ERROR pg1c.set, pg1c.patch: error PG1C-906: these exclude each other")
                .anyMatch(line ->
                        line.startsWith("ERROR pg1c.patch: error PG1C-904: /nowhere/patch.yaml cannot be read"));
    }

    @Test
    void waitsUntilNobodyIsBehind() {
        desk.succeeds(desk.does(cluster, await("no-lag", "", "")));

        assertThat(desk.said()).contains("RESULT main: pg1 leads, nobody is behind");
    }

    @Test
    void failsWhenSomebodyStaysBehind() {
        cluster.member("pg3").put("lag", 2_000_000);

        assertThat(desk.does(cluster, await("no-lag", "", "1MB")).sentence())
                .isEqualTo("pg1c: main: not in time: pg3: 1.9 MB");
        desk.succeeds(desk.does(cluster, await("no-lag", "", "2MB")));
    }

    @Test
    void failsWhenSomebodyElseLeads() {
        assertThat(desk.does(cluster, await("leader", "pg2", "")).sentence())
                .isEqualTo("pg1c: main: not in time: the leader is pg1");
    }

    @Test
    void failsWhenSomebodyDoesNotStream() {
        cluster.member("pg3").put("state", "starting");

        assertThat(desk.does(cluster, await("streaming", "", "")).sentence()).contains("pg3 does not stream");
        desk.succeeds(desk.does(cluster, await("leader", "", "")));
    }

    private static Function<ParameterProblems, ClusterGoal> failover(String candidate) {
        return FailoverGoal.of(new FailoverGoal.Order(Optional.of(candidate), false, false, Optional.empty()));
    }

    private static Function<ParameterProblems, ClusterGoal> change(List<String> set, List<String> unset) {
        return ConfigGoal.of(new ConfigParameters(set, unset, Optional.empty(), false, false));
    }

    private static Function<ParameterProblems, ClusterGoal> await(String until, String leader, String lag) {
        return WaitGoal.of(new WaitGoal.Order(
                Optional.of(until),
                Optional.of(leader).filter(text -> !text.isEmpty()),
                Optional.of(lag).filter(text -> !text.isEmpty()),
                Optional.empty()));
    }
}
