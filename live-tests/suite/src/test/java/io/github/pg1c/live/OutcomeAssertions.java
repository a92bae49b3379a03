package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;

/** Assertions on outcomes of the client. */
final class OutcomeAssertions {

    private OutcomeAssertions() {}

    /** The operation was not done, for this reason. */
    static void assertRefused(Object outcome, RefusalReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.explanation().en())
                                .isEqualTo(reason));
    }

    /** The member leads, by Patroni's answer or by the state of the cluster. */
    static void assertCompleted(SwitchoverOutcome outcome, String leader) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SwitchoverOutcome.Completed.class,
                        completed -> assertThat(completed.leader()).isEqualTo(leader));
    }

    /** The reported outcome of a switchover matches the state of the settled cluster. */
    static void assertTrue(SwitchoverOutcome outcome, String from, ClusterState settled) {
        String leader = settled.leader().map(Member::name).orElseThrow();
        if (outcome instanceof SwitchoverOutcome.Completed completed) {
            assertThat(leader).isEqualTo(completed.leader()).isNotEqualTo(from);
        } else if (outcome instanceof SwitchoverOutcome.CompletedElsewhere elsewhere) {
            assertThat(leader).isEqualTo(elsewhere.actual()).isNotEqualTo(from);
        } else if (outcome instanceof SwitchoverOutcome.Failed) {
            assertThat(leader).isEqualTo(from);
        } else if (outcome instanceof NoResponse silent) {
            assertThat(silent.delivery()).as(silent.explanation().en()).isEqualTo(Delivery.MAYBE_SENT);
        } else {
            assertThat(outcome).isInstanceOf(SwitchoverOutcome.StatusUnknown.class);
        }
    }
}
