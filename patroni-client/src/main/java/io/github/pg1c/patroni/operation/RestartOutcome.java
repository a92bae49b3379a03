package io.github.pg1c.patroni.operation;

import io.github.pg1c.patroni.cluster.MemberStatus;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * The outcome of a restart of PostgreSQL on a member.
 *
 * @since 0.1
 */
public sealed interface RestartOutcome
        permits RestartOutcome.Restarted,
                RestartOutcome.Scheduled,
                RestartOutcome.StillStarting,
                RestartOutcome.Failed,
                RestartOutcome.StatusUnknown,
                Refused,
                NoResponse {
    /**
     * PostgreSQL was restarted and runs.
     *
     * @param evidence how that is known
     */
    record Restarted(Evidence evidence) implements RestartOutcome {}

    /**
     * It is scheduled.
     *
     * @param at when
     * @param evidence how that is known
     */
    record Scheduled(OffsetDateTime at, Evidence evidence) implements RestartOutcome {}

    /**
     * PostgreSQL was stopped and started, but did not run within the time limit.
     *
     * @param text the words of Patroni
     */
    record StillStarting(String text) implements RestartOutcome {}

    /**
     * PostgreSQL was not restarted, or did not come back in time.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements RestartOutcome {}

    /**
     * The outcome is not known from the answer.
     *
     * @param text the words
     * @param status the status of the member, if it answers
     */
    record StatusUnknown(String text, Optional<MemberStatus> status) implements RestartOutcome {}
}
