package io.github.pg1c.ops.member;

import io.github.pg1c.patroni.operation.Evidence;
import java.time.OffsetDateTime;

/**
 * Something that happens while members are restarted.
 *
 * @since 0.1
 */
public sealed interface RestartEvent {
    /** The member's name. */
    String member();

    /**
     * PostgreSQL was restarted; whether it streams again is looked at next.
     *
     * @param member its name
     * @param evidence how that is known
     */
    record Restarted(String member, Evidence evidence) implements RestartEvent {}

    /**
     * A standby streams again, a leader runs and leads again.
     *
     * @param member its name
     */
    record Back(String member) implements RestartEvent {}

    /**
     * Patroni will restart it at that time.
     *
     * @param member its name
     * @param at when
     */
    record Scheduled(String member, OffsetDateTime at) implements RestartEvent {}

    /**
     * It does not fulfil the conditions, and was not restarted.
     *
     * @param member its name
     */
    record NotNeeded(String member) implements RestartEvent {}
}
