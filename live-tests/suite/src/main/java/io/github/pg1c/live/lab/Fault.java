package io.github.pg1c.live.lab;

/**
 * Something that is wrong with a host until it is mended.
 *
 * <p>For a {@code try} block, at whose end the fault is gone whatever happened in between.
 *
 * @since 0.1
 */
public interface Fault extends AutoCloseable {

    /** Mends the fault; a second call does nothing. */
    void mend();

    @Override
    default void close() {
        mend();
    }

    /** A fault that the action mends. */
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
