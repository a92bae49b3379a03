package io.github.pg1c.ops.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.ops.Laboratory;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.testkit.Reaction;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reload and reinitialisation. */
class MemberOperationsTest {

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
    void reloadsAll() {
        assertThat(laboratory.run(new ReloadMembers(MemberChoice.all())).kind()).isEqualTo(ResultKind.DONE);
        assertThat(laboratory.writes()).containsExactly("POST /pg1/reload", "POST /pg2/reload", "POST /pg3/reload");
        assertThat(laboratory.events()).hasSize(3);
    }

    @Test
    void asksTheOthersToReloadAfterARefusalAndKeepsEachAnswer() {
        laboratory.simulated().always("POST /reload", Reaction.answer(401, "not authenticated"));

        ReloadMembers.Result result = laboratory.run(new ReloadMembers(MemberChoice.named("pg1", "pg3")));

        assertThat(result.kind()).isEqualTo(ResultKind.PARTIAL);
        assertThat(result)
                .isInstanceOfSatisfying(
                        ReloadMembers.Result.NotByAll.class,
                        some -> assertThat(some.members())
                                .containsOnlyKeys("pg1", "pg3")
                                .allSatisfy((name, outcome) -> assertThat(outcome)
                                        .isEqualTo(Refused.inWordsOfPatroni(
                                                RefusalReason.NOT_AUTHENTICATED, "not authenticated"))));
    }

    @Test
    void reinitialisesAndWaitsForTheNewData() {
        assertThat(laboratory.run(ReinitializeMember.named("pg2"))).isEqualTo(new ReinitializeMember.Result.Done());
        assertThat(laboratory.events()).containsExactly(new ReinitializeMember.Event.CopyBegun("pg2"));
    }

    @Test
    void doesNotAcceptStreamingWithTheOldData() {
        laboratory.simulated().always("POST /reinitialize", Reaction.answer(200, "reinitialize started"));

        ReinitializeMember.Result result =
                laboratory.run(ReinitializeMember.named("pg2").within(Duration.ofMinutes(1)));

        assertThat(result.kind()).isEqualTo(ResultKind.TIMED_OUT);
    }

    @Test
    void neverReinitialisesTheLeader() {
        assertThat(laboratory.run(ReinitializeMember.named("pg1")))
                .isEqualTo(new ReinitializeMember.Result.NotPossible(List.of(new Obstacle.IsLeader("pg1"))));
        assertThat(laboratory.writes()).isEmpty();
    }

    @Test
    void reinitialisesOnlyExistingMembers() {
        assertThat(ReinitializeMember.named("pg9").plan(laboratory.connection()).isPossible())
                .isFalse();
    }
}
