package io.github.pg1c.ops.leader;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.member.MemberChoice;
import io.github.pg1c.ops.member.RestartMembers;
import io.github.pg1c.ops.state.AwaitCluster;
import io.github.pg1c.patroni.cluster.MemberState;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.LeaderEvent;
import io.github.pg1c.patroni.testkit.Reaction;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoverTest {

    private Laboratory laboratory;

    @BeforeEach
    void boot() {
        laboratory = new Laboratory();
    }

    @AfterEach
    void end() {
        laboratory.close();
    }

    @Test
    void planJudgesEachCandidateAndSendsNothing() {
        laboratory.simulated().member("pg2").tag("nofailover", true);

        HandoverPlan plan = SwitchOver.toAnyone().plan(laboratory.connection());

        assertThat(plan.leader()).contains("pg1");
        assertThat(plan.isSafe()).isTrue();
        assertThat(plan.judgement().orElseThrow().candidate("pg2").orElseThrow().isPossible())
                .isFalse();
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void handsOverAndWaitsForTheOthers() {
        assertThat(laboratory.run(SwitchOver.to("pg2"))).isEqualTo(new HandoverResult.Done("pg2"));
        assertThat(laboratory.events()).startsWith(new HandoverEvent.LeaderChanged("pg2", Evidence.ANSWER));
        assertThat(laboratory.writes())
                .containsExactly("POST /pg1/switchover {\"leader\":\"pg1\",\"candidate\":\"pg2\"}");
    }

    @Test
    void sendsNothingWhenNobodyCanTakeOver() {
        laboratory.simulated().member("pg2").tag("nofailover", true);
        laboratory.simulated().member("pg3").lag(5_000_000);

        HandoverResult result = laboratory.run(SwitchOver.toAnyone());

        assertThat(result.kind()).isEqualTo(ResultKind.REFUSED);
        assertThat(result)
                .isInstanceOfSatisfying(
                        HandoverResult.NotPossible.class,
                        none -> assertThat(none.obstacles())
                                .singleElement()
                                .isInstanceOf(Obstacle.NobodyCanTakeOver.class));
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void needsALeaderToHandOverFrom() {
        laboratory.simulated().loseLeader();

        assertThat(laboratory.run(SwitchOver.to("pg2")))
                .isEqualTo(new HandoverResult.NotPossible(List.of(new Obstacle.NoLeader())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    200 | Switched over to "pg3" instead of "pg2"           | PARTIAL
                    412 | candidate name does not match with sync_standby   | REFUSED
                    503 | Switchover failed                                 | FAILED
                    401 | not authenticated                                 | REFUSED
                    503 | Switchover status unknown                         | UNKNOWN
                    """)
    void reportsEveryOtherResult(int status, String body, ResultKind kind) {
        laboratory.simulated().always("POST /switchover", Reaction.answer(status, body));

        HandoverResult result = laboratory.run(SwitchOver.to("pg2"));

        assertThat(result.kind()).isEqualTo(kind);
        assertThat(result.isSuccess()).isFalse();
    }

    @Test
    void doesNotAcceptALeaderThatTheOthersDoNotFollow() {
        laboratory
                .simulated()
                .always("POST /switchover", Reaction.answer(200, "Successfully switched over to \"pg2\""));

        HandoverResult result = laboratory.run(SwitchOver.to("pg2"));

        assertThat(result.kind()).isEqualTo(ResultKind.TIMED_OUT);
    }

    @Test
    void schedulesAndCancels() {
        OffsetDateTime time = OffsetDateTime.parse("2126-11-22T03:00+03:00");

        assertThat(laboratory.run(SwitchOver.to("pg2").at(time)).kind()).isEqualTo(ResultKind.SCHEDULED);
        assertThat(laboratory.run(new CancelSwitchover()).kind()).isEqualTo(ResultKind.DONE);
        assertThat(laboratory.run(new CancelSwitchover()).kind()).isEqualTo(ResultKind.NOTHING_TO_DO);
    }

    @Test
    void failsOverWithoutALeader() {
        laboratory.simulated().loseLeader();

        assertThat(laboratory.run(FailOver.to("pg3"))).isEqualTo(new HandoverResult.Done("pg3"));
    }

    @Test
    void failsOverToAMemberThatIsBehindAndSaysSoBefore() {
        laboratory.simulated().member("pg3").lag(5_000_000);

        HandoverPlan plan = FailOver.to("pg3").plan(laboratory.connection());

        assertThat(plan.isPossible()).isTrue();
        assertThat(plan.isSafe()).isFalse();
    }

    @Test
    void doesNotFailOverToAMemberThatPatroniRefuses() {
        laboratory.simulated().member("pg3").tag("nofailover", true);

        assertThat(laboratory.run(FailOver.to("pg3")).kind()).isEqualTo(ResultKind.REFUSED);
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void isDoneWithAMemberAtRest() {
        laboratory.simulated().member("pg3").state("stopped");
        assertThat(laboratory.run(SwitchOver.to("pg2"))).isEqualTo(new HandoverResult.Done("pg2"));
        assertThat(laboratory.events())
                .contains(new HandoverEvent.Progress(new LeaderEvent.NotAwaited("pg3", MemberState.of("stopped"))));
    }

    @Test
    void isDoneWithAMemberThatReadsTheArchive() {
        laboratory.simulated().member("pg3").tag("nostream", true).streams(false);

        assertThat(laboratory.run(SwitchOver.to("pg2"))).isEqualTo(new HandoverResult.Done("pg2"));
        assertThat(laboratory.run(AwaitCluster.until(AwaitCluster.Until.NO_LAG)).isSuccess())
                .isTrue();
        assertThat(laboratory.run(RestartMembers.of(MemberChoice.named("pg3"))).isSuccess())
                .isTrue();
    }

    @Test
    void isNotDoneBeforeTheOldLeaderIsBack() {
        laboratory.simulated().member("pg1").listed("state", "stopped").says("state", "stopped");

        assertThat(laboratory
                        .run(FailOver.to("pg2").within(Duration.ofSeconds(2)))
                        .isSuccess())
                .as("nobody expects the old leader of a failover")
                .isTrue();
        laboratory.simulated().member("pg2").listed("state", "stopped").says("state", "stopped");
        assertThat(laboratory
                        .run(SwitchOver.to("pg3").within(Duration.ofSeconds(2)))
                        .kind())
                .isEqualTo(ResultKind.TIMED_OUT);
    }
}
