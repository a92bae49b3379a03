package io.github.pg1c.ops.leader;

import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.LeaderEvent;

/**
 * An event during a switchover or failover.
 *
 * @since 0.1
 */
public sealed interface HandoverEvent {
    /**
     * Another member leads; the wait for the others begins.
     *
     * @param leader its name
     * @param evidence how that is known
     */
    record LeaderChanged(String leader, Evidence evidence) implements HandoverEvent {}

    /**
     * A change during the wait for the others.
     *
     * @param event the change
     */
    record Progress(LeaderEvent event) implements HandoverEvent {}
}
