package io.github.pg1c.patroni.operation;

/**
 * The outcome of a reinitialization: a member copies its data again.
 *
 * @since 0.1
 */
public sealed interface ReinitializeOutcome
        permits ReinitializeOutcome.Started, ReinitializeOutcome.Failed, Refused, NoResponse {
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

    /**
     * Patroni failed to do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements ReinitializeOutcome {}
}
