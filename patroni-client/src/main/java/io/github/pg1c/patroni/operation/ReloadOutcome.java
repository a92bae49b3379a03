package io.github.pg1c.patroni.operation;

/**
 * The outcome of a reload: a member reads its configuration file again.
 *
 * @since 0.1
 */
public sealed interface ReloadOutcome permits ReloadOutcome.Requested, ReloadOutcome.Failed, Refused, NoResponse {
    /** The member will do it in its next loop; Patroni does not tell when it has. */
    record Requested() implements ReloadOutcome {}

    /**
     * Patroni could not do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements ReloadOutcome {}
}
