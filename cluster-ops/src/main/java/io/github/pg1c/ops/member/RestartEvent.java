package io.github.pg1c.ops.member;

import io.github.pg1c.patroni.operation.Evidence;
import java.time.OffsetDateTime;

/**
 * An event during a rolling restart.
 *
 * @since 0.1
 */
public sealed interface RestartEvent {
    /** The member's name. */
    String member();

    /**
     * PostgreSQL was restarted; the wait for its return begins.
     *
     * @param member its name
     * @param evidence how that is known
     */
    record Restarted(String member, Evidence evidence) implements RestartEvent {}

    /**
     * The member is back: a standby streams, a leader runs and leads.
     *
     * @param member its name
     */
    record Back(String member) implements RestartEvent {}

    /**
     * The restart is scheduled.
     *
     * @param member its name
     * @param at when
     */
    record Scheduled(String member, OffsetDateTime at) implements RestartEvent {}

    /**
     * The conditions do not hold, so it was not restarted.
     *
     * @param member its name
     */
    record NotNeeded(String member) implements RestartEvent {}
}
