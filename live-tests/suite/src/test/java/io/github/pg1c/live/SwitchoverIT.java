package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertCompleted;
import static io.github.pg1c.live.OutcomeAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.ScheduledSwitchover;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Switchovers by the library, while a client writes. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(7)
class SwitchoverIT {

    /** Limit for a clean stop of the old leader, and for the turns of Patroni's loop around it. */
    private static final Duration HANDING_OVER = Duration.ofMinutes(2);

    @Test
    void plansThenHandsOverToTheSynchronousStandbyWithoutLosingACommit(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        Switchover wish = Switchover.from(leader).to(candidate);
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer;
                PatroniClient patroni = live.patroniOperator()) {
            SwitchoverPlan plan = patroni.plan(wish);
            assertThat(plan.isSafe()).as(plan.explanation().en()).isTrue();

            SwitchoverOutcome outcome = patroni.switchover(wish);

            assertCompleted(outcome, candidate);
            assertThat(patroni.awaitLeader(
                            LeaderWait.forAny().toBe(candidate).andStandbys().within(HANDING_OVER), event -> {}))
                    .isInstanceOf(LeaderOutcome.Reached.class);
            String address = LiveCluster.address(live.node(candidate));
            Eventually.holds(
                    HANDING_OVER,
                    () -> assertThat(writer.acknowledged())
                            .anyMatch(write -> Set.of(write.server().split(",")).contains(address)));
        }
        live.awaitHealthy(HANDING_OVER);
        assertThat(live.leader()).isEqualTo(candidate);
        assertThat(writer.verdict().anomalies()).isEmpty();
    }

    @Test
    void handsOverToTheMemberThatPatroniChooses(LiveCluster live) {
        String leader = live.leader();
        String only = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            Switchover wish = Switchover.from(leader);
            SwitchoverPlan plan = patroni.plan(wish);
            assertThat(plan.isSafe()).as(plan.explanation().en()).isTrue();
            assertThat(plan.candidates())
                    .filteredOn(Candidate::isPossible)
                    .extracting(Candidate::member)
                    .containsExactly(only);

            assertCompleted(patroni.switchover(wish), only);
        }
        live.awaitHealthy(HANDING_OVER);
        assertThat(live.leader()).isEqualTo(only);
    }

    @Test
    void refusesAnImpossibleCandidateForTheSameReasonAsPatroni(LiveCluster live) {
        String leader = live.leader();
        String asynchronous = live.asynchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertHindered(patroni, Switchover.from(leader).to(asynchronous), Hindrance.Kind.NOT_SYNCHRONOUS);
            assertRefused(
                    patroni.switchover(Switchover.from(leader).to(asynchronous)),
                    RefusalReason.CANDIDATE_NOT_SYNCHRONOUS);

            assertHindered(patroni, Switchover.from(leader).to("pg9"), Hindrance.Kind.UNKNOWN_MEMBER);
            // Patroni looks for the name among the synchronous standbys first.
            assertRefused(
                    patroni.switchover(Switchover.from(leader).to("pg9")), RefusalReason.CANDIDATE_NOT_SYNCHRONOUS);

            assertHindered(patroni, Switchover.from(leader).to(leader), Hindrance.Kind.IS_LEADER);
            assertRefused(patroni.switchover(Switchover.from(leader).to(leader)), RefusalReason.SAME_MEMBER);

            Switchover fromAnother = Switchover.from(asynchronous).to(live.synchronousStandby());
            assertThat(patroni.plan(fromAnother).obstacles())
                    .extracting(Refused::reason)
                    .containsExactly(RefusalReason.LEADER_DIFFERS);
            assertRefused(patroni.switchover(fromAnother), RefusalReason.LEADER_DIFFERS);
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    private static void assertHindered(PatroniClient patroni, Switchover wish, Hindrance.Kind why) {
        SwitchoverPlan plan = patroni.plan(wish);
        assertThat(plan.isPossible()).as(plan.explanation().en()).isFalse();
        assertThat(plan.candidate(wish.candidate().orElseThrow()).orElseThrow().hindrances())
                .extracting(Hindrance::kind)
                .containsExactly(why);
    }

    @Test
    void anIsolatedCandidateIsRefused(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        Switchover wish = Switchover.from(leader).to(candidate);
        try (Fault cable = live.host(candidate).pullCable();
                PatroniClient patroni = live.patroniOperator()) {
            SwitchoverPlan plan = patroni.plan(wish);
            assertThat(plan.isPossible()).as(plan.explanation().en()).isFalse();
            assertThat(plan.candidate(candidate).orElseThrow().hindrances())
                    .extracting(Hindrance::kind)
                    .contains(Hindrance.Kind.NOT_REACHABLE);

            assertRefused(patroni.switchover(wish), RefusalReason.NO_GOOD_CANDIDATE);
        }
        live.awaitHealthy(HANDING_OVER);
        assertThat(live.leader()).isEqualTo(leader);
    }

    @Test
    void aScheduledOneBarsOthersUntilItIsCancelled(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        OffsetDateTime tomorrow = in(Duration.ofDays(1));
        try (PatroniClient patroni = live.patroniOperator()) {
            Switchover now = Switchover.from(leader).to(candidate);
            assertRefused(patroni.cancelSwitchover(), RefusalReason.NOTHING_SCHEDULED);
            assertRefused(patroni.switchover(now.at(in(Duration.ofHours(-1)))), RefusalReason.TIME_IN_THE_PAST);

            assertScheduled(patroni, now.at(tomorrow), tomorrow);
            assertThat(patroni.plan(now).obstacles())
                    .extracting(Refused::reason)
                    .containsExactly(RefusalReason.ALREADY_SCHEDULED);
            assertRefused(patroni.switchover(now), RefusalReason.ALREADY_SCHEDULED);
            assertScheduled(patroni, now.at(tomorrow.plusHours(1)).replacingOthers(), tomorrow.plusHours(1));

            assertThat(patroni.cancelSwitchover()).isInstanceOf(CancelOutcome.Cancelled.class);
            Eventually.holds(
                    HANDING_OVER,
                    () -> assertThat(patroni.cluster().scheduledSwitchover()).isEmpty());
            assertRefused(patroni.cancelSwitchover(), RefusalReason.NOTHING_SCHEDULED);
        }
        assertThat(live.leader()).isEqualTo(leader);
    }

    private static void assertScheduled(PatroniClient patroni, Switchover wish, OffsetDateTime at) {
        assertThat(patroni.switchover(wish))
                .isInstanceOfSatisfying(
                        SwitchoverOutcome.Scheduled.class,
                        scheduled -> assertThat(scheduled.at()).isEqualTo(at));
        Eventually.holds(HANDING_OVER, () -> {
            ScheduledSwitchover seen = patroni.cluster().scheduledSwitchover().orElseThrow();
            assertThat(seen.at().orElseThrow().toInstant()).isEqualTo(at.toInstant());
            assertThat(seen.from()).contains(wish.leader());
            assertThat(seen.to()).isEqualTo(wish.candidate());
        });
    }

    @Test
    void aScheduledOneHappensInTime(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            Switchover soon = Switchover.from(leader).to(candidate).at(in(Duration.ofSeconds(4)));
            assertThat(patroni.switchover(soon)).isInstanceOf(SwitchoverOutcome.Scheduled.class);

            assertThat(patroni.awaitLeader(
                            LeaderWait.forAny().otherThan(leader).andStandbys().within(HANDING_OVER), event -> {}))
                    .isInstanceOfSatisfying(
                            LeaderOutcome.Reached.class,
                            reached -> assertThat(reached.leader()).isEqualTo(candidate));
            assertThat(patroni.cluster().scheduledSwitchover()).isEmpty();
            // The new leader writes it after its promotion, and the others see it one loop later.
            Eventually.holds(
                    HANDING_OVER,
                    () -> assertThat(patroni.history())
                            .last()
                            .satisfies(entry -> assertThat(entry.at().orElseThrow())
                                    .isAfterOrEqualTo(soon.at().orElseThrow())));
        }
    }

    @Test
    void aSecondOneIsNotSentWhileTheFirstIsInProgress(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        Switchover wish = Switchover.from(leader).to(candidate);
        try (PatroniClient patroni = live.patroniOperator();
                PatroniClient other = live.patroniOperator()) {
            Journal.Mark before = live.host(leader).journal().mark();
            CompletableFuture<SwitchoverOutcome> first = patroni.async(client -> client.switchover(wish));
            before.awaitWords(live.worstCase(), "patroni.service", "received switchover request");

            assertRefused(patroni.switchover(wish), RefusalReason.ALREADY_RUNNING);
            assertCompleted(first.join(), candidate);
            assertRefused(other.switchover(wish), RefusalReason.SAME_MEMBER);
        }
        live.awaitHealthy(HANDING_OVER);
        assertThat(live.leader()).isEqualTo(candidate);
    }

    /** Patroni keeps whole seconds. */
    private static OffsetDateTime in(Duration time) {
        return Instant.now().plus(time).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }
}
