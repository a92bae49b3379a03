package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The end of a switchover or failover: waits until the others stream from the new leader.
 *
 * @param cluster the cluster
 * @param old the former leader, which comes back as a standby; empty if nobody is waited for
 * @param patience the time limit
 * @param listener receives the events
 */
record HandoverEnd(
        ClusterConnection cluster, Optional<String> old, Duration patience, Consumer<? super HandoverEvent> listener) {

    /** The default time limit. */
    static final Duration PATIENCE = Duration.ofMinutes(2);

    HandoverResult of(SwitchoverOutcome outcome) {
        if (outcome instanceof SwitchoverOutcome.Completed done) {
            listener.accept(new HandoverEvent.LeaderChanged(done.leader(), done.evidence()));
            return followed(done.leader());
        }
        if (outcome instanceof SwitchoverOutcome.Scheduled scheduled) {
            return new HandoverResult.Scheduled(scheduled.at(), scheduled.evidence());
        }
        return new HandoverResult.NotDone(outcome);
    }

    private HandoverResult followed(String leader) {
        LeaderWait whole = LeaderWait.forAny().toBe(leader).andStandbys().within(patience);
        LeaderWait wanted = old.isPresent() ? whole.otherThan(old.get()) : whole;
        LeaderOutcome outcome =
                cluster.patroni().awaitLeader(wanted, event -> listener.accept(new HandoverEvent.Progress(event)));
        return outcome instanceof LeaderOutcome.NotReached missing
                ? new HandoverResult.NotFollowed(leader, missing.missing())
                : new HandoverResult.Done(leader);
    }
}
