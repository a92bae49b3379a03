package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertTrue;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberDisagreement;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.cluster.MemberView;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** During an outage the client reports what is known and nothing else, and the true state afterwards. */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(12)
@Tag("newest")
class OutageIT {

    /** Limit for rewinding or copying a small database, and for the turns of Patroni's loop around it. */
    private static final Duration REJOIN = Duration.ofMinutes(2);

    @Test
    void withoutEtcdTheClusterGoesOnAndNoChangeIsClaimed(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        SwitchoverOutcome outcome;
        ConfigOutcome configured;
        try (PatroniClient patroni = live.patroniOperator()) {
            String original = patroni.configuration().raw().toString();
            List<Fault> frozen = live.nodes(NodeRole.ETCD).stream()
                    .map(node -> live.host(node).freeze("-x", "etcd"))
                    .toList();
            try {
                outcome = patroni.switchover(Switchover.from(leader).to(candidate));
                assertThat(outcome)
                        .isNotInstanceOfAny(
                                Refused.class,
                                SwitchoverOutcome.Completed.class,
                                SwitchoverOutcome.CompletedElsewhere.class);
                Eventually.holds(
                        live.worstCase(),
                        () -> assertThat(patroni.member(live.api(leader)).conditions())
                                .contains(MemberStatus.Condition.FAILSAFE_MODE));
                assertThat(Sql.run(live, leader, "select pg_logical_emit_message(true, 'live', 'written') is not null"))
                        .as("a commit that the synchronous standby has")
                        .isEqualTo("t");

                assertThat(live.host(leader)
                                .shell(live.generated().commands("emergency").get(0))
                                .orThrow())
                        .contains(leader + " 200", candidate + " 503", "etcd: no answer")
                        .doesNotContain("Traceback");

                configured = patroni.configure(ConfigPatch.empty().parameter("vacuum_cost_limit", 321));
                assertThat(configured).isInstanceOf(NoResponse.class);
            } finally {
                frozen.forEach(Fault::mend);
            }
            live.awaitHealthy(REJOIN);
            Eventually.holds(
                    REJOIN,
                    () -> assertThat(patroni.member(live.api(live.leader())).conditions())
                            .isEmpty());
            assertTrue(outcome, leader, patroni.cluster());
            // A member's row differs from its own answer until the member's next loop.
            Eventually.holds(
                    REJOIN, () -> assertThat(patroni.survey().disagreements()).isEmpty());
            assertThat(patroni.replaceConfiguration(original))
                    .isInstanceOfAny(ConfigOutcome.Unchanged.class, ConfigOutcome.Changed.class);
        }
    }

    @Test
    void aLeaderKilledInTheMiddleOfASwitchoverLosesNoCommitAndTheOutcomeIsTrue(LiveCluster live) throws SQLException {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        Host host = live.host(leader);
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        SwitchoverOutcome outcome;
        try (writer;
                PatroniClient patroni = live.patroniOperator()) {
            Eventually.holds(
                    live.worstCase(), () -> assertThat(writer.acknowledged()).isNotEmpty());
            Journal.Mark before = live.host(leader).journal().mark();
            CompletableFuture<SwitchoverOutcome> asked = patroni.async(
                    client -> client.switchover(Switchover.from(leader).to(candidate)));
            before.awaitWords(live.worstCase(), "patroni.service", "received switchover request");

            host.kill("-f", LiveCluster.PATRONI);
            // The switchover may have stopped it by now.
            host.shell("pkill -KILL -x postgres || :").orThrow();

            outcome = asked.join();
            assertThat(outcome).isNotInstanceOf(Refused.class);
            int written = writer.acknowledged().size();
            Eventually.holds(REJOIN, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(written));
        }
        live.awaitHealthy(REJOIN);
        System.out.printf("leader killed during a switchover: %s%n", outcome);
        assertTrue(outcome, leader, live.patroni().cluster());
        Verdict verdict = writer.verdict();
        System.out.printf("leader killed during a switchover: %s%n", verdict);
        assertThat(verdict.anomalies()).isEmpty();
    }

    @Test
    void aLeaderThatIsCutOffIsSeenAsSuchUntilItIsBack(LiveCluster live) {
        String former = live.leader();
        String next = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            try (Fault cable = live.host(former).pullCable()) {
                Survey survey = patroni.survey();
                assertThat(survey.status(former)).isEmpty();
                assertThat(survey.views())
                        .filteredOn(view -> view.explanation().isPresent())
                        .extracting(MemberView::label)
                        .as("not reachable")
                        .containsExactly(former);
                assertThat(survey.cluster().flatMap(ClusterState::leader).map(Member::name))
                        .as("holds the lock until it runs out")
                        .contains(former);

                assertThat(patroni.awaitLeader(LeaderWait.forAny().otherThan(former), event -> {}))
                        .isInstanceOfSatisfying(
                                LeaderOutcome.Reached.class,
                                reached -> assertThat(reached.leader()).isEqualTo(next));
                Eventually.holds(REJOIN, () -> {
                    Survey others = patroni.survey();
                    assertThat(others.disagreements()).as("among the others").isEmpty();
                    assertThat(others.cluster().flatMap(ClusterState::leader).map(Member::name))
                            .contains(next);
                    assertThat(others.status(former)).isEmpty();
                });
            }
            List<Survey> seen = new ArrayList<>();
            Eventually.holds(REJOIN, () -> {
                Survey survey = patroni.survey();
                seen.add(survey);
                assertThat(survey.disagreements()).isEmpty();
                assertThat(survey.status(former).orElseThrow().role().isStandby())
                        .isTrue();
            });
            // The survey finds nothing when the former leader became a standby fast enough.
            assertThat(seen)
                    .flatExtracting(Survey::disagreements)
                    .as("a former leader that does not follow yet has the data of the same cluster")
                    .doesNotHaveAnyElementsOfTypes(MemberDisagreement.DifferentSystems.class);
        }
        live.awaitHealthy(REJOIN);
        assertThat(live.leader()).isEqualTo(next);
    }
}
