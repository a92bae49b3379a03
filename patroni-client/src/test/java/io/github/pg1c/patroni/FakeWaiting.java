package io.github.pg1c.patroni;

import io.github.pg1c.patroni.operation.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only by sleeping, and then at once. */
final class FakeWaiting implements Waiting {
    private final List<Duration> sleeps = new ArrayList<>();
    private long now;

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now += time.toNanos();
    }

    synchronized Duration passed() {
        return Duration.ofNanos(now);
    }
}
