package io.github.pg1c.maven.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.speech.Confirmation;
import io.github.pg1c.maven.speech.GoalResult;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchOverTest {

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
    void showsThePlanAsksHandsOverAndWaitsForTheOthers() {
        desk.succeeds(desk.does(cluster, to("pg2")));

        assertThat(desk.questions()).singleElement().asString().contains("hand over now?");
        assertThat(cluster.writes()).containsExactly("POST /pg1/switchover {\"leader\":\"pg1\",\"candidate\":\"pg2\"}");
        assertThat(desk.said())
                .contains(
                        "RESULT main: switchover from pg1 to pg2",
                        "RESULT main:   pg2: can take over",
                        "RESULT main: pg2 is the leader",
                        "RESULT main: done: pg2 leads, the others stream from it");
    }

    @Test
    void letsPatroniChoose() {
        desk.succeeds(desk.does(cluster, SwitchoverGoal.of(order(Optional.empty()))));

        assertThat(cluster.writes()).containsExactly("POST /pg1/switchover {\"leader\":\"pg1\"}");
    }

    @Test
    void speaksRussian() {
        desk.speaking(Language.RU).does(cluster, to("pg2"));

        assertThat(desk.said())
                .contains(
                        "RESULT main: переключение с pg1 на pg2",
                        "RESULT main: готово: лидер pg2, остальные получают от него поток WAL");
    }

    @Test
    void sendsNothingWhenTheUserSaysNo() {
        GoalResult outcome = desk.replying(Confirmation.Answer.NO).does(cluster, to("pg2"));

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.sentence()).contains("not confirmed, nothing was done");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void sendsNothingWhenNobodyCanBeAsked() {
        GoalResult outcome = desk.replying(Confirmation.Answer.NOBODY).does(cluster, to("pg2"));

        assertThat(outcome.sentence()).contains("say -Dpg1c.yes");
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void saysWhyNobodyCanTakeOverAndSendsNothing() {
        cluster.member("pg2").putObject("tags").put("nofailover", true);
        cluster.member("pg3").put("lag", 5_000_000);

        GoalResult outcome = desk.does(cluster, SwitchoverGoal.of(order(Optional.empty())));

        assertThat(outcome.sentence()).contains("not possible, nothing was done");
        assertThat(desk.said())
                .contains("RESULT main:   pg2: cannot take over", "RESULT main:     - it has the tag nofailover")
                .anyMatch(line -> line.contains("5000000 bytes behind"));
        assertThat(desk.questions()).isEmpty();
        assertThat(cluster.writes()).isEmpty();
    }

    @Test
    void endsAfterThePlanInADryRun() {
        desk.succeeds(desk.does(
                cluster,
                SwitchoverGoal.of(new SwitchoverGoal.Order(
                        Optional.empty(), Optional.of("pg2"), Optional.empty(), false, true, Optional.empty()))));

        assertThat(cluster.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | Switched over to "pg3" instead of "pg2"                   | pg3 is the leader now, not pg2 as was asked
                    412 | candidate name does not match with sync_standby           | refused, nothing was done
                    503 | Switchover failed                                         | begun and given up
                    401 | not authenticated                                         | refused, nothing was done
                    403 | AccessParameters is denied                                          | refused, nothing was done
                    503 | Switchover status unknown                                 | NOT known whether it was done
                    """)
    void failsTheBuildAtAnyOtherEnd(int status, String body, String sentence) {
        cluster.answers("POST /switchover", status, body);

        GoalResult outcome = desk.does(cluster, to("pg2"));

        assertThat(outcome.failed()).isTrue();
        assertThat(outcome.sentence()).contains(sentence);
    }

    @Test
    void failsWhenTheOthersDoNotFollow() {
        cluster.answers("POST /switchover", 200, "Successfully switched over to \"pg2\"");

        GoalResult outcome = desk.does(cluster, to("pg2"));

        assertThat(outcome.sentence()).contains("pg2 took over, but the cluster is not whole again: the leader is pg1");
    }

    @Test
    void schedules() {
        desk.succeeds(desk.does(cluster, at("2026-11-22T03:00+03:00")));

        assertThat(cluster.writes())
                .singleElement()
                .asString()
                .contains("\"scheduled_at\":\"2026-11-22T03:00:00+03:00\"");
        assertThat(desk.questions()).singleElement().asString().contains("schedule it?");
        assertThat(desk.said()).contains("RESULT main: scheduled at 2026-11-22T03:00+03:00");
    }

    @Test
    void doesNotDropAScheduledOneUnasked() {
        desk.does(cluster, at("2026-11-22T03:00+03:00"));

        GoalResult outcome = desk.does(cluster, to("pg2"));

        assertThat(outcome.failed()).isTrue();
        assertThat(cluster.writes()).hasSize(1);
    }

    @Test
    void cancelsAScheduledOne() {
        desk.does(cluster, at("2026-11-22T03:00+03:00"));

        desk.succeeds(desk.does(cluster, complaints -> new CancelSwitchoverGoal()));

        assertThat(cluster.cluster().has("scheduled_switchover")).isFalse();
    }

    @Test
    void succeedsWhenThereIsNothingToCancel() {
        desk.succeeds(desk.does(cluster, complaints -> new CancelSwitchoverGoal()));

        assertThat(desk.said()).contains("WARNING main: nothing was scheduled");
    }

    @Test
    void needsALeader() {
        cluster.leads("nobody");

        GoalResult outcome = desk.does(cluster, to("pg2"));

        assertThat(outcome.sentence()).contains("there is no leader to hand over from");
    }

    @Test
    void tellsAllProblemsOfParametersAtOnce() {
        GoalResult outcome = desk.does(
                cluster,
                SwitchoverGoal.of(new SwitchoverGoal.Order(
                        Optional.empty(), Optional.empty(), Optional.of("tomorrow"), false, false, Optional.of("5"))));

        assertThat(outcome.sentence()).isEqualTo("pg1c: errors: 2; nothing was asked of a cluster");
        assertThat(desk.said())
                .contains(
                        "ERROR pg1c.at: error PG1C-903: 'tomorrow' is not a time with its offset",
                        "ERROR pg1c.timeout: error PG1C-903: '5' is not a duration");
    }

    private static Function<ParameterProblems, ClusterGoal> to(String candidate) {
        return SwitchoverGoal.of(order(Optional.of(candidate)));
    }

    private static SwitchoverGoal.Order order(Optional<String> candidate) {
        return new SwitchoverGoal.Order(Optional.empty(), candidate, Optional.empty(), false, false, Optional.empty());
    }

    private static Function<ParameterProblems, ClusterGoal> at(String time) {
        return SwitchoverGoal.of(new SwitchoverGoal.Order(
                Optional.empty(), Optional.empty(), Optional.of(time), false, false, Optional.empty()));
    }
}
