package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.patroni.operation.Waiting;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** The end of a waiting time. */
public final class Deadline {
    private final Waiting waiting;
    private final BooleanSupplier closed;
    private final long end;

    /**
     * A deadline that begins now.
     *
     * @param closed true when the client is closed
     */
    public Deadline(Waiting waiting, Duration patience, BooleanSupplier closed) {
        this.waiting = waiting;
        this.closed = closed;
        end = waiting.nanoTime() + patience.toNanos();
    }

    /**
     * Waits for this time, or until the deadline.
     *
     * @return false at the deadline, for a closed client, or an interrupted thread, which stays interrupted
     */
    public boolean pause(Duration time) {
        long left = end - waiting.nanoTime();
        if (left <= 0 || closed.getAsBoolean()) {
            return false;
        }
        try {
            waiting.sleep(Duration.ofNanos(Math.min(left, time.toNanos())));
            return !closed.getAsBoolean();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
