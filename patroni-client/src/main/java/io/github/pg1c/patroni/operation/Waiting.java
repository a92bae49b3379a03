package io.github.pg1c.patroni.operation;

import java.time.Duration;

/**
 * A clock for waiting. It is passed in, so that tests need not wait.
 *
 * @since 0.1
 */
public interface Waiting {
    /** Nanoseconds since an arbitrary moment, as {@link System#nanoTime}. */
    long nanoTime();

    /**
     * Returns after this time.
     *
     * @throws InterruptedException when the thread is interrupted
     */
    void sleep(Duration time) throws InterruptedException;

    /** Real time. */
    static Waiting real() {
        return new Waiting() {
            @Override
            public long nanoTime() {
                return System.nanoTime();
            }

            @Override
            public void sleep(Duration time) throws InterruptedException {
                Thread.sleep(time.toMillis());
            }
        };
    }
}
