package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The most memory that a group's processes held, looked at twenty times a second. */
final class PeakMemory implements AutoCloseable {
    private final ScheduledExecutorService observer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "peak-memory");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicLong most = new AtomicLong();

    PeakMemory(ControlGroup group) {
        var unused = observer.scheduleAtFixedRate(() -> look(group), 0, 50, TimeUnit.MILLISECONDS);
    }

    private void look(ControlGroup group) {
        try {
            most.accumulateAndGet(group.memoryHeld(), Math::max);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The most since the last call. */
    long take() {
        return most.getAndSet(0);
    }

    @Override
    public void close() {
        observer.shutdownNow();
    }
}
