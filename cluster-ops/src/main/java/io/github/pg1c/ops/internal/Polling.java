package io.github.pg1c.ops.internal;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Polls a condition once a second until it holds, or until the time limit.
 *
 * @param waiting the clock for waiting
 * @param limit the time limit
 */
public record Polling(Waiting waiting, Duration limit) {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /**
     * The unmet condition at the end; empty when it holds.
     *
     * @param look tells the unmet condition
     * @param outOfSight makes the result when the cluster does not answer; polling continues
     */
    public <T> Optional<T> missing(Supplier<Optional<T>> look, Function<Text, T> outOfSight) {
        long begin = waiting.nanoTime();
        while (true) {
            Optional<T> missing = once(look, outOfSight);
            if (missing.isEmpty() || waiting.nanoTime() - begin >= limit.toNanos() || !pause()) {
                return missing;
            }
        }
    }

    private static <T> Optional<T> once(Supplier<Optional<T>> look, Function<Text, T> outOfSight) {
        try {
            return look.get();
        } catch (PatroniException e) {
            return Optional.of(outOfSight.apply(e.explanation()));
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
