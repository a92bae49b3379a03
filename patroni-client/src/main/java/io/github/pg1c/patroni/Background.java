package io.github.pg1c.patroni;

import io.github.pg1c.patroni.internal.http.Connection;
import io.github.pg1c.patroni.internal.http.OpenCalls;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Work in a separate thread that ends with its future. */
final class Background {
    private Background() {}

    static <T> CompletableFuture<T> run(Connection connection, Function<PatroniClient, T> work) {
        OpenCalls calls = new OpenCalls();
        PatroniClient client = new HttpPatroniClient(connection).during(calls);
        Work<T> future = new Work<>(calls);
        future.task = connection.transport().threads().submit(() -> {
            try {
                future.complete(work.apply(client));
            } catch (CancellationException e) {
                future.cancel(false);
            } catch (Throwable e) {
                // Errors, too, because they would be lost otherwise.
                future.completeExceptionally(e);
            }
        });
        if (future.isCancelled()) {
            future.stop();
        }
        return future;
    }

    private static final class Work<T> extends CompletableFuture<T> {
        private final OpenCalls calls;
        private volatile @Nullable Future<?> task;

        Work(OpenCalls calls) {
            this.calls = calls;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean cancelled = super.cancel(mayInterruptIfRunning);
            if (cancelled) {
                stop();
            }
            return cancelled;
        }

        void stop() {
            calls.cancel();
            Future<?> running = task;
            if (running != null) {
                running.cancel(true);
            }
        }
    }
}
