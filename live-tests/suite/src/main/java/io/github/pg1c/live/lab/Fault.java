package io.github.pg1c.live.lab;

/**
 * A fault of a host that lasts until it is closed.
 *
 * <p>For a {@code try} block, which ends the fault in every case.
 *
 * @since 0.1
 */
public interface Fault extends AutoCloseable {

    /** Ends the fault; a second call does nothing. */
    void mend();

    @Override
    default void close() {
        mend();
    }

    /** A fault that the action ends. */
    static Fault mendedBy(Runnable action) {
        return new Fault() {
            private boolean mended;

            @Override
            public synchronized void mend() {
                if (!mended) {
                    action.run();
                    mended = true;
                }
            }
        };
    }
}
