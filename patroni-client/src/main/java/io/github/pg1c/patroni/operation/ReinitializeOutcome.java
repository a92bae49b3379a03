package io.github.pg1c.patroni.operation;

/**
 * The outcome of a reinitialization: a member copies its data again.
 *
 * @since 0.1
 */
public sealed interface ReinitializeOutcome permits ReinitializeOutcome.Started, Refused, NoResponse {
    /**
     * The copy has begun; it is complete when the member streams again.
     *
     * @param evidence how that is known
     */
    record Started(Evidence evidence) implements ReinitializeOutcome {
        /** Patroni confirmed it. */
        public Started() {
            this(Evidence.ANSWER);
        }
    }
}
