package io.github.pg1c.patroni.operation;

import io.github.pg1c.patroni.cluster.MemberState;

/**
 * Something that has changed while a leader is waited for. Each is told once, when it changes.
 *
 * @since 0.1
 */
public sealed interface LeaderEvent {
    /**
     * This member holds the leader lock.
     *
     * @param member its name
     * @param state what its PostgreSQL does
     */
    record Leads(String member, MemberState state) implements LeaderEvent {}

    /** Nobody holds the leader lock. */
    record NoLeader() implements LeaderEvent {}

    /**
     * A standby follows the leader.
     *
     * @param member its name
     */
    record Streams(String member) implements LeaderEvent {}

    /**
     * The cluster cannot be seen.
     *
     * @param reason why
     */
    record OutOfSight(String reason) implements LeaderEvent {}
}
