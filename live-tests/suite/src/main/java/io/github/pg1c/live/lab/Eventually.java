package io.github.pg1c.live.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a statement that must hold before a deadline.
 *
 * @since 0.1
 */
public final class Eventually {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Eventually() {}

    /** A statement that throws while it does not hold. */
    @FunctionalInterface
    public interface Statement {
        /** Throws when the statement does not hold. */
        void check() throws Exception;
    }

    /**
     * Repeats the statement until it holds.
     *
     * @throws AssertionError with the last failure, when the deadline passes first
     */
    public static void holds(Duration within, Statement statement) {
        value(within, () -> {
            statement.check();
            return true;
        });
    }

    /** Repeats the read until it succeeds, and returns the value. */
    public static <T> T value(Duration within, Callable<T> reading) {
        long deadline = System.nanoTime() + within.toNanos();
        @Nullable Throwable wrong = null;
        while (wrong == null || System.nanoTime() < deadline) {
            try {
                return reading.call();
            } catch (Exception | AssertionError e) {
                wrong = e;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                throw Command.interrupted(e);
            }
        }
        throw new AssertionError("not within " + within.toSeconds() + " s: " + wrong.getMessage(), wrong);
    }
}
