package io.github.pg1c.maven.operate;

import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at something once in a second until it is as it shall be, or for a time.
 *
 * @param waiting how time passes
 * @param limit how long
 */
record Patience(Waiting waiting, Duration limit) {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /**
     * What is missing in the end; empty when nothing is.
     *
     * @param look tells what is missing; a cluster out of sight is looked at again
     */
    Optional<String> exhausted(Supplier<Optional<String>> look) {
        long begin = waiting.nanoTime();
        while (true) {
            Optional<String> missing = missing(look);
            if (missing.isEmpty() || waiting.nanoTime() - begin >= limit.toNanos() || !pause()) {
                return missing;
            }
        }
    }

    private static Optional<String> missing(Supplier<Optional<String>> look) {
        try {
            return look.get();
        } catch (PatroniException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private boolean pause() {
        try {
            waiting.sleep(INTERVAL);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
