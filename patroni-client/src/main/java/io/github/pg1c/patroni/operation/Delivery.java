package io.github.pg1c.patroni.operation;

/**
 * The delivery of a request without an answer.
 *
 * @since 0.1
 */
public enum Delivery {
    /** It was not sent, because there was no connection. */
    NOT_SENT,
    /** It was sent, at least in part, and Patroni may have acted on it. */
    MAYBE_SENT
}
