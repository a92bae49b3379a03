package io.github.pg1c.patroni.operation;

/**
 * The outcome of cancelling something scheduled. That nothing was scheduled is {@link Refused} with
 * {@link RefusalReason#NOTHING_SCHEDULED}.
 *
 * @since 0.1
 */
public sealed interface CancelOutcome permits CancelOutcome.Cancelled, Refused, NoResponse {
    /**
     * It was cancelled.
     *
     * @param evidence how that is known
     */
    record Cancelled(Evidence evidence) implements CancelOutcome {
        /** Patroni confirmed it. */
        public Cancelled() {
            this(Evidence.ANSWER);
        }
    }
}
