package io.github.pg1c.ops.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.patroni.cluster.AddressProblem;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.testkit.Reaction;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestartMembersTest {

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
    void planNamesTheMembersInOrderAndSendsNothing() {
        RestartPlan plan = RestartMembers.of(MemberChoice.all()).plan(laboratory.connection());

        assertThat(plan.members()).extracting(Member::name).containsExactly("pg2", "pg3", "pg1");
        assertThat(plan.order().leaderFirst()).isFalse();
        assertThat(plan.cutsSessions()).isTrue();
        assertThat(plan.isPossible()).isTrue();
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void planSaysWhyTheLeaderComesFirst() {
        pending("pg1", "max_connections", "200", "100");
        pending("pg1", "work_mem", "200", "100");
        pending("pg2", "max_connections", "200", "100");

        RestartPlan plan = RestartMembers.of(MemberChoice.all()).onlyPending().plan(laboratory.connection());

        assertThat(plan.members()).extracting(Member::name).containsExactly("pg1", "pg2");
        assertThat(plan.order().lowered()).singleElement().satisfies(change -> {
            assertThat(change.name()).isEqualTo("max_connections");
            assertThat(change.newValue()).isEqualTo("100");
        });
    }

    @Test
    void reportsEachRestartAndEachReturn() {
        RestartResult result = laboratory.run(RestartMembers.of(MemberChoice.all()));

        assertThat(result).isEqualTo(new RestartResult.Done(List.of("pg2", "pg3", "pg1"), false));
        assertThat(laboratory.events())
                .containsExactly(
                        new RestartEvent.Restarted("pg2", Evidence.ANSWER),
                        new RestartEvent.Back("pg2"),
                        new RestartEvent.Restarted("pg3", Evidence.ANSWER),
                        new RestartEvent.Back("pg3"),
                        new RestartEvent.Restarted("pg1", Evidence.ANSWER),
                        new RestartEvent.Back("pg1"));
    }

    @Test
    void hasNothingToDoWhenNoRestartIsPending() {
        RestartResult result =
                laboratory.run(RestartMembers.of(MemberChoice.all()).onlyPending());

        assertThat(result.kind()).isEqualTo(ResultKind.NOTHING_TO_DO);
        assertThat(result.isSuccess()).isTrue();
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void leavesTheOthersAloneAfterAFailure() {
        laboratory.simulated().always("POST /restart", Reaction.answer(503, "restart failed"));

        RestartResult result = laboratory.run(RestartMembers.of(MemberChoice.all()));

        assertThat(result)
                .isEqualTo(new RestartResult.Stopped(
                        "pg2", new RestartOutcome.Failed("restart failed"), List.of(), List.of("pg3", "pg1")));
        assertThat(result.kind()).isEqualTo(ResultKind.FAILED);
        assertThat(laboratory.writes()).hasSize(1);
    }

    @Test
    void reportsTheLastStateOfAMemberThatDoesNotComeBack() {
        laboratory.simulated().always("POST /restart", Reaction.answer(200, "restarted successfully"));
        laboratory.simulated().member("pg2").state("starting");

        RestartResult result = laboratory.run(RestartMembers.of(MemberChoice.named("pg2", "pg3")));

        assertThat(result.kind()).isEqualTo(ResultKind.TIMED_OUT);
        assertThat(result).isInstanceOfSatisfying(RestartResult.NotBack.class, late -> {
            assertThat(late.member()).isEqualTo("pg2");
            assertThat(late.left()).containsExactly("pg3");
            assertThat(late.seen())
                    .isInstanceOfSatisfying(
                            Sighting.Seen.class,
                            seen -> assertThat(seen.member().state().text()).isEqualTo("starting"));
        });
    }

    @Test
    void reportsAllObstaclesAtOnceAndSendsNothing() {
        laboratory.simulated().always("GET /cluster", Reaction.json(200, """
                        {"members": [
                          {"name": "pg1", "role": "leader", "state": "running", "timeline": 1},
                          {"name": "pg2", "role": "replica", "state": "streaming", "timeline": 1}]}
                        """));
        RestartMembers restart = RestartMembers.of(MemberChoice.named("pg2", "pg9"));

        assertThat(restart.plan(laboratory.connection()).obstacles())
                .containsExactly(
                        new Obstacle.UnknownMembers(List.of("pg9"), List.of("pg1", "pg2")),
                        new Obstacle.AddressUnusable(Map.of(
                                "pg2",
                                new AddressProblem(
                                        AddressProblem.Kind.MISSING,
                                        Text.of(
                                                "it publishes no usable address of its REST API",
                                                "он не публикует пригодного адреса REST API")))));
        assertThat(laboratory.run(restart).kind()).isEqualTo(ResultKind.REFUSED);
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void reportsARoleWithoutMembers() {
        MemberChoice choice = new MemberChoice(List.of("pg1"), Optional.of(MemberRole.REPLICA));

        assertThat(RestartMembers.of(choice).plan(laboratory.connection()).obstacles())
                .containsExactly(new Obstacle.NobodyOfRole());
    }

    @Test
    void schedulesAndCancels() {
        OffsetDateTime time = OffsetDateTime.parse("2126-11-22T03:00Z");

        RestartResult result =
                laboratory.run(RestartMembers.of(MemberChoice.named("pg2")).at(time));

        assertThat(result.kind()).isEqualTo(ResultKind.SCHEDULED);
        assertThat(laboratory.events()).containsExactly(new RestartEvent.Scheduled("pg2", time));
        assertThat(laboratory.run(new CancelRestarts(MemberChoice.all())))
                .isEqualTo(new CancelRestarts.Result.Done(List.of("pg2")));
        assertThat(laboratory.run(new CancelRestarts(MemberChoice.all())).kind())
                .isEqualTo(ResultKind.NOTHING_TO_DO);
    }

    private void pending(String member, String parameter, String from, String to) {
        laboratory.simulated().member(member).pendingRestart(parameter, from, to);
    }
}
