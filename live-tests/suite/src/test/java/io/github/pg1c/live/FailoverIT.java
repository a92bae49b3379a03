package io.github.pg1c.live;

import static io.github.pg1c.live.OutcomeAssertions.assertCompleted;
import static io.github.pg1c.live.OutcomeAssertions.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.protocol.Feature;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The operator chooses the leader where Patroni does not: in a paused cluster, without a leader, or with an
 * asynchronous candidate.
 */
@ExtendWith({BootedCluster.class, ShortLoopWait.class})
@Order(11)
class FailoverIT {

    /** Limit for a turn of Patroni's loop on all members, a promotion, and the other members following. */
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @AfterEach
    void resume(LiveCluster live) {
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.resume(SETTLED)).isInstanceOf(PauseOutcome.Reached.class);
        }
        live.awaitHealthy(SETTLED);
    }

    @Test
    void goesToAMemberThatIsNotSynchronousWherePatroniCan(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.asynchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            SwitchoverOutcome outcome = patroni.failover(Failover.to(candidate));

            if (live.has(Feature.STRICT_HANDOVER)) {
                assertCompleted(outcome, candidate);
                assertThat(live.leader()).isEqualTo(candidate);
                assertRefused(patroni.failover(Failover.to("pg9")), RefusalReason.CANDIDATE_UNKNOWN);
            } else {
                assertRefused(outcome, RefusalReason.NOT_IN_THIS_VERSION);
                assertThat(live.leader()).isEqualTo(leader);
            }
        }
    }

    @Test
    void aPausedClusterIsHandedOverToANamedMember(LiveCluster live) {
        String leader = live.leader();
        String candidate = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.pause(SETTLED)).isInstanceOf(PauseOutcome.Reached.class);

            assertCompleted(patroni.switchover(Switchover.from(leader).to(candidate)), candidate);
            assertThat(patroni.cluster().paused()).isTrue();
        }
    }

    @Test
    void aPausedClusterWithoutALeaderGetsTheNamedOne(LiveCluster live) {
        Host former = live.host(live.leader());
        String candidate = live.synchronousStandby();
        try (PatroniClient patroni = live.patroniOperator()) {
            assertThat(patroni.pause(SETTLED)).isInstanceOf(PauseOutcome.Reached.class);
            former.unit("patroni.service").stop();
            former.kill("-x", "postgres");
            try {
                Eventually.holds(
                        SETTLED, () -> assertThat(patroni.cluster().leader()).isEmpty());
                assertRefused(
                        patroni.switchover(Switchover.from(former.name()).to(candidate)), RefusalReason.NO_LEADER);

                assertCompleted(patroni.failover(Failover.to(candidate)), candidate);

                assertThat(patroni.cluster().leader().orElseThrow().name()).isEqualTo(candidate);
            } finally {
                former.unit("patroni.service").start();
            }
        }
    }
}
