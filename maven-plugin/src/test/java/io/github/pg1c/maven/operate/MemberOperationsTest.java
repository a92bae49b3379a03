package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.patroni.operation.Reinitialize;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done with single members: restart, reload, reinitialise. */
class MemberOperationsTest {

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
    void restartsStandbysBeforeTheLeader() {
        desk.succeeds(desk.does(cluster, restart(List.of(), "any", false)));

        assertThat(cluster.writes())
                .containsExactly("POST /pg2/restart {}", "POST /pg3/restart {}", "POST /pg1/restart {}");
        assertThat(desk.questions()).singleElement().asString().contains("Connections to the leader are cut");
        assertThat(desk.said())
                .contains("RESULT main: restart, in this order: pg2, pg3, pg1", "RESULT main: done: pg2, pg3, pg1");
    }

    @Test
    void restartsTheLeaderFirstForALoweredLimit() {
        pending("pg1", "max_connections", "200", "100");
        pending("pg2", "max_connections", "200", "100");

        desk.succeeds(desk.does(cluster, restart(List.of(), "any", true)));

        assertThat(cluster.writes())
                .containsExactly(
                        "POST /pg1/restart {\"restart_pending\":true}", "POST /pg2/restart {\"restart_pending\":true}");
    }

    @Test
    void restartsTheLeaderLastForARaisedLimit() {
        pending("pg1", "max_connections", "100", "200");
        pending("pg3", "max_connections", "100", "200");

        desk.succeeds(desk.does(cluster, restart(List.of(), "any", true)));

        assertThat(cluster.writes()).element(0).asString().startsWith("POST /pg3/restart");
    }

    @Test
    void hasNothingToDoWhenNoRestartIsPending() {
        desk.succeeds(desk.does(cluster, restart(List.of(), "any", true)));

        assertThat(cluster.writes()).isEmpty();
        assertThat(desk.questions()).isEmpty();
    }

    @Test
    void restartsMembersOfARoleOnly() {
        desk.succeeds(desk.does(cluster, restart(List.of(), "replica", false)));

        assertThat(cluster.writes())
                .containsExactly(
                        "POST /pg2/restart {\"role\":\"replica\"}", "POST /pg3/restart {\"role\":\"replica\"}");
    }

    @Test
    void endsAtTheFirstFailureAndSaysWhoWasLeftAlone() {
        cluster.answers("POST /restart", 503, "restart failed");

        GoalResult outcome = desk.does(cluster, restart(List.of(), "any", false));

        assertThat(outcome.sentence())
                .isEqualTo("pg1c: main: pg2: restart failed: restart failed; left alone: pg3, pg1");
        assertThat(cluster.writes()).hasSize(1);
    }

    @Test
    void doesNotGoOnBeforeAMemberStreamsAgain() {
        cluster.answers("POST /restart", 200, "restarted successfully");
        cluster.member("pg2").put("state", "starting");

        GoalResult outcome = desk.does(cluster, restart(List.of("pg2", "pg3"), "", false));

        assertThat(outcome.sentence()).contains("pg2: restarted, but it does not stream: replica, starting");
        assertThat(cluster.writes()).hasSize(1);
    }

    @Test
    void schedulesAndCancelsRestarts() {
        desk.succeeds(desk.does(
                cluster,
                RestartGoal.of(new RestartGoal.Order(
                        List.of("pg2"),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.of("2026-11-22T03:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        false))));
        assertThat(cluster.member("pg2").has("scheduled_restart")).isTrue();

        desk.succeeds(desk.does(cluster, CancelRestartsGoal.of(List.of(), Optional.empty())));

        assertThat(cluster.member("pg2").has("scheduled_restart")).isFalse();
        assertThat(desk.said()).contains("RESULT main: pg2: cancelled");
    }

    @Test
    void knowsItsMembers() {
        GoalResult outcome = desk.does(cluster, restart(List.of("pg2", "pg9"), "", false));

        assertThat(outcome.sentence())
                .isEqualTo("pg1c: main: no such member: pg9; there are pg1, pg2, pg3; nothing was done");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void requiresNamesOrARole() {
        GoalResult outcome = desk.does(cluster, restart(List.of(), "", false));

        assertThat(outcome.failed()).isTrue();
        assertThat(desk.said()).contains("ERROR pg1c.members: error PG1C-906: it is not said which members are meant");
    }

    @Test
    void reloadsAll() {
        desk.succeeds(desk.does(cluster, ReloadGoal.of(List.of(), Optional.empty())));

        assertThat(cluster.writes()).containsExactly("POST /pg1/reload", "POST /pg2/reload", "POST /pg3/reload");
    }

    @Test
    void asksTheOthersToReloadAfterARefusal() {
        cluster.answers("POST /reload", 401, "not authenticated");

        GoalResult outcome = desk.does(cluster, ReloadGoal.of(List.of(), Optional.empty()));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: not reloaded: pg1, pg2, pg3");
        assertThat(cluster.writes()).hasSize(3);
    }

    @Test
    void reinitialisesAndWaitsForTheNewData() {
        desk.succeeds(desk.does(cluster, reinitialize("pg2")));

        assertThat(desk.questions()).containsExactly("main: drop the data of pg2?");
        assertThat(cluster.writes()).containsExactly("POST /pg2/reinitialize {}");
        assertThat(desk.said()).contains("RESULT main: done: pg2 streams with new data");
    }

    @Test
    void doesNotAcceptStreamingWithTheOldData() {
        cluster.answers("POST /reinitialize", 200, "reinitialize started");

        GoalResult outcome = desk.does(cluster, reinitialize("pg2"));

        assertThat(outcome.sentence()).contains("pg2 does not stream yet");
    }

    @Test
    void neverReinitialisesTheLeader() {
        GoalResult outcome = desk.does(cluster, reinitialize("pg1"));

        assertThat(outcome.sentence()).isEqualTo("pg1c: main: pg1 is the leader; nothing was done");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void requiresAMemberToReinitialise() {
        GoalResult outcome = desk.does(
                cluster,
                ReinitializeGoal.of(
                        new ReinitializeGoal.Order(Optional.empty(), Reinitialize.GENTLY, false, Optional.empty())));

        assertThat(outcome.failed()).isTrue();
        assertThat(desk.said()).contains("ERROR pg1c.member: error PG1C-906: it is not said which member");
    }

    private void pending(String member, String parameter, String from, String to) {
        cluster.member(member)
                .put("pending_restart", true)
                .putObject("pending_restart_reason")
                .putObject(parameter)
                .put("old_value", from)
                .put("new_value", to);
    }

    private static Function<ParameterProblems, ClusterGoal> restart(
            List<String> members, String role, boolean pending) {
        return RestartGoal.of(new RestartGoal.Order(
                members,
                Optional.of(role).filter(text -> !text.isEmpty()),
                pending,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false));
    }

    private static Function<ParameterProblems, ClusterGoal> reinitialize(String member) {
        return ReinitializeGoal.of(
                new ReinitializeGoal.Order(Optional.of(member), Reinitialize.GENTLY, false, Optional.of("1min")));
    }
}
