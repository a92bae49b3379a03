package io.github.pg1c.patroni;

/**
 * What became of the wish to cancel something scheduled. That nothing was scheduled is {@link Refused} with {@link RefusalReason#NOTHING_SCHEDULED}.
 *
 * @since 0.1
 */
public sealed interface CancelOutcome permits CancelOutcome.Cancelled, CancelOutcome.Failed, Refused, NoResponse {
    /** It will not happen. */
    record Cancelled() implements CancelOutcome {}

    /**
     * Patroni could not do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements CancelOutcome {}
}
