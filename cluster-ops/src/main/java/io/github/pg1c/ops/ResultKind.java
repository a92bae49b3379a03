package io.github.pg1c.ops;

/**
 * The result of an operation in one word.
 *
 * @since 0.1
 */
public enum ResultKind {
    /** Everything was done, and the state of the cluster confirms it. */
    DONE(true),
    /** The cluster already was in the wanted state. Nothing was sent. */
    NOTHING_TO_DO(true),
    /** Patroni will do it at the scheduled time. */
    SCHEDULED(true),
    /** A part was done, or something else than requested. */
    PARTIAL(false),
    /** Nothing was done: this library or Patroni refused, or the request was never sent. */
    REFUSED(false),
    /** It began and failed. */
    FAILED(false),
    /** It was done or is under way, but the cluster was not in the wanted state in time. */
    TIMED_OUT(false),
    /** It is not known whether it was done. */
    UNKNOWN(false);

    private final boolean success;

    ResultKind(boolean success) {
        this.success = success;
    }

    /** True for a wanted result. */
    public boolean isSuccess() {
        return success;
    }
}
