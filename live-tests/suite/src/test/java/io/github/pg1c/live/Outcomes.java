package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;

/** What tests expect of the outcomes that the client tells. */
final class Outcomes {

    private Outcomes() {}

    /** Nothing was done, for this reason. */
    static void assertRefused(Object outcome, RefusalReason reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.reason())
                                .as(refused.explanation().en())
                                .isEqualTo(reason));
    }

    /** The member leads, by Patroni's own word or as the cluster shows. */
    static void assertCompleted(SwitchoverOutcome outcome, String leader) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        SwitchoverOutcome.Completed.class,
                        completed -> assertThat(completed.leader()).isEqualTo(leader));
    }

    /** What was told of a switchover from one member is what a cluster that has settled shows. */
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
