package io.github.pg1c.ops;

/**
 * How an operation has ended, in one word.
 *
 * @since 0.1
 */
public enum ResultKind {
    /** Everything was done, and a look at the cluster confirms it. */
    DONE(true),
    /** The cluster was already as it should be. Nothing was sent. */
    NOTHING_TO_DO(true),
    /** Patroni will do it at a time that was named. */
    SCHEDULED(true),
    /** A part was done, or something else than what was asked for. */
    PARTIAL(false),
    /** Nothing was done: this library or Patroni refused, or the request was never sent. */
    REFUSED(false),
    /** It was begun and has failed. */
    FAILED(false),
    /** It was done or is under way, but the cluster was not as it should be in time. */
    TIMED_OUT(false),
    /** It is not known whether it was done. */
    UNKNOWN(false);

    private final boolean success;

    ResultKind(boolean success) {
        this.success = success;
    }

    /** True for an end that was asked for. */
    public boolean isSuccess() {
        return success;
    }
}
