package io.github.pg1c.ops.internal;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Looks at something once a second until nothing is missing, or until its time is over.
 *
 * @param waiting how time passes
 * @param limit how long to look
 */
public record Polling(Waiting waiting, Duration limit) {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /**
     * What is missing in the end; empty when nothing is.
     *
     * @param look tells what is missing
     * @param outOfSight what is missing while the cluster does not answer; it is looked at again
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
