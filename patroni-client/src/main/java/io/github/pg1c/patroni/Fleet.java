package io.github.pg1c.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.internal.http.OpenCalls;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Many clusters, asked with a bounded number of threads. The caller closes the clients.
 *
 * <pre>{@code
 * Map<String, PatroniClient> clusters = new TreeMap<>();
 * endpoints.forEach((name, uris) -> clusters.put(name, patroni.at(uris)));
 * try (Fleet fleet = new Fleet(clusters, 16)) {
 *     fleet.states().forEach((name, answer) -> System.out.println(name + ": " + answer));
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class Fleet implements AutoCloseable {
    private final Map<String, PatroniClient> clusters;
    private final ThreadPoolExecutor threads;
    private final Set<OpenCalls> running = ConcurrentHashMap.newKeySet();

    /**
     * A fleet.
     *
     * @param clusters a client for each cluster by its name
     * @param parallelism the number of clusters that are asked at the same time
     */
    public Fleet(Map<String, PatroniClient> clusters, int parallelism) {
        this.clusters = Collections.unmodifiableMap(new TreeMap<>(clusters));
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(
                parallelism, parallelism, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "patroni-fleet-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** The state of every cluster, by name. */
    public Map<String, FleetAnswer<ClusterState>> states() {
        return ask(PatroniClient::cluster);
    }

    /**
     * The answer of every cluster, by name. A cluster that fails does not delay the others.
     *
     * @param question asked of each client, several at the same time
     * @throws IllegalStateException when the fleet is closed
     * @throws CancellationException when the thread is interrupted; open questions are cancelled
     */
    public <T> Map<String, FleetAnswer<T>> ask(Function<PatroniClient, T> question) {
        if (threads.isShutdown()) {
            throw new IllegalStateException("the fleet is closed");
        }
        OpenCalls calls = new OpenCalls();
        running.add(calls);
        Map<String, Future<T>> asked = new LinkedHashMap<>();
        clusters.forEach((name, client) ->
                asked.put(name, threads.submit(() -> question.apply(within(client, calls)))));
        Map<String, FleetAnswer<T>> answers = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Future<T>> entry : asked.entrySet()) {
                answers.put(entry.getKey(), answer(entry.getValue()));
            }
        } catch (InterruptedException e) {
            asked.values().forEach(future -> future.cancel(true));
            calls.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } finally {
            running.remove(calls);
        }
        return Collections.unmodifiableMap(answers);
    }

    /** Cancels open questions and ends the threads; the clients stay open. */
    @Override
    public void close() {
        threads.shutdownNow().forEach(waiting -> ((Future<?>) waiting).cancel(true));
        running.forEach(OpenCalls::cancel);
    }

    /** A client of another implementation can only be interrupted. */
    private static PatroniClient within(PatroniClient client, OpenCalls calls) {
        return client instanceof HttpPatroniClient http ? http.during(calls) : client;
    }

    private static <T> FleetAnswer<T> answer(Future<T> future) throws InterruptedException {
        try {
            return new FleetAnswer.Known<>(future.get());
        } catch (CancellationException e) {
            return new FleetAnswer.Unknown<>(Text.of("given up", "прервано"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            return new FleetAnswer.Unknown<>(explanation(cause));
        }
    }

    private static Text explanation(Throwable cause) {
        if (cause instanceof PatroniException failure) {
            return failure.explanation();
        }
        return cause instanceof UnsupportedFeatureException missing
                ? missing.explanation()
                : Text.of("the question failed: " + cause, "сбой при опросе: «" + cause + "»");
    }
}
