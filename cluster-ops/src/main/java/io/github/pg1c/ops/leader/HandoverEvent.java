package io.github.pg1c.ops.leader;

import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.LeaderEvent;

/**
 * Something that happens while the leader's role goes to another member.
 *
 * @since 0.1
 */
public sealed interface HandoverEvent {
    /**
     * Another member leads; whether the others stream from it is looked at next.
     *
     * @param leader its name
     * @param evidence how that is known
     */
    record LeaderChanged(String leader, Evidence evidence) implements HandoverEvent {}

    /**
     * Something has changed while the others are waited for.
     *
     * @param event what has changed
     */
    record Progress(LeaderEvent event) implements HandoverEvent {}
}
