package io.github.pg1c.patroni.operation;

/**
 * The outcome of a reload: a member reads its configuration file again.
 *
 * @since 0.1
 */
public sealed interface ReloadOutcome permits ReloadOutcome.Requested, ReloadOutcome.Failed, Refused, NoResponse {
    /** The member will reload in its next loop; Patroni does not report the end. */
    record Requested() implements ReloadOutcome {}

    /**
     * Patroni failed to do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements ReloadOutcome {}
}
