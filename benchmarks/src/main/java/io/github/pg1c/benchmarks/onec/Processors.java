package io.github.pg1c.benchmarks.onec;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Processor time at a moment, in nanoseconds.
 *
 * @param machine of everything that runs on it
 * @param clients of this process
 */
record Processors(long machine, long clients) {
    private static final long NANOS_OF_A_TICK = 10_000_000;

    static Processors now() throws IOException {
        long[] ticks = Arrays.stream(
                        Files.readAllLines(Path.of("/proc/stat")).get(0).split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        // User, nice, system, not idle and waiting, interrupts.
        long busy = ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6];
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Processors(busy * NANOS_OF_A_TICK, process.getProcessCpuTime());
    }

    /** How many processors others took on the average, next to a server that took so much. */
    double others(Processors before, long server, double seconds) {
        return Math.max(0, machine - before.machine - (clients - before.clients) - server) / 1e9 / seconds;
    }
}
