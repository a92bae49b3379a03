package io.github.pg1c.patroni.operation;

/**
 * The outcome of a reload: a member reads its configuration file again.
 *
 * @since 0.1
 */
public sealed interface ReloadOutcome permits ReloadOutcome.Requested, Refused, NoResponse {
    /** The member will reload in its next loop; Patroni does not report the end. */
    record Requested() implements ReloadOutcome {}
}
