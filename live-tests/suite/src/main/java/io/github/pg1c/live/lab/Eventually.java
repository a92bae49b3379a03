package io.github.pg1c.live.lab;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that must become true before a deadline.
 *
 * @since 0.1
 */
public final class Eventually {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private Eventually() {}

    /** A statement about the world that throws while it does not hold. */
    @FunctionalInterface
    public interface Statement {
        /** Throws when the statement does not hold. */
        void check() throws Exception;
    }

    /**
     * Looks until the statement holds.
     *
     * @throws AssertionError with what was wrong at the last look, when the deadline passes first
     */
    public static void holds(Duration within, Statement statement) {
        value(within, () -> {
            statement.check();
            return true;
        });
    }

    /** Looks until the value can be read, and returns it. */
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
