package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.operation.Waiting;
import java.time.Duration;

/** An end of patience. */
final class Deadline {
    private final Waiting waiting;
    private final long end;

    Deadline(Waiting waiting, Duration patience) {
        this.waiting = waiting;
        end = waiting.nanoTime() + patience.toNanos();
    }

    /**
     * Waits for this time, but not beyond the end.
     *
     * @return false when the end has come, or when the thread was interrupted, which it stays
     */
    boolean pause(Duration time) {
        long left = end - waiting.nanoTime();
        if (left <= 0) {
            return false;
        }
        try {
            waiting.sleep(Duration.ofNanos(Math.min(left, time.toNanos())));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
