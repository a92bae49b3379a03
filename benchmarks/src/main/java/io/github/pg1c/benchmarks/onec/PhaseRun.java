package io.github.pg1c.benchmarks.onec;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How a phase went.
 *
 * @param seconds from the moment all clients were connected until the last one was ready
 * @param latencies of its operations in milliseconds, sorted
 */
record PhaseRun(double seconds, double[] latencies) {

    /**
     * Lets the clients work; each takes the next operation as soon as it has done one.
     *
     * @throws FailedRun when any statement of any client fails
     */
    static PhaseRun of(Phase phase, TestServer server) throws FailedRun, InterruptedException {
        double[] latencies = new double[phase.operations()];
        AtomicInteger next = new AtomicInteger();
        CyclicBarrier connected = new CyclicBarrier(phase.clients() + 1);
        ExecutorService threads = Executors.newFixedThreadPool(phase.clients());
        try {
            List<Session> sessions = new ArrayList<>();
            try {
                for (int i = 0; i < phase.clients(); i++) {
                    sessions.add(Session.open(server));
                }
                List<Future<?>> clients = new ArrayList<>();
                for (int i = 0; i < phase.clients(); i++) {
                    Phase.Client client = phase.client(sessions.get(i), i);
                    clients.add(threads.submit(() -> {
                        connected.await();
                        for (int operation = next.getAndIncrement();
                                operation < latencies.length;
                                operation = next.getAndIncrement()) {
                            long start = System.nanoTime();
                            client.operate(operation);
                            latencies[operation] = (System.nanoTime() - start) / 1e6;
                        }
                        return null;
                    }));
                }
                connected.await();
                long start = System.nanoTime();
                for (Future<?> client : clients) {
                    client.get();
                }
                double seconds = (System.nanoTime() - start) / 1e9;
                Arrays.sort(latencies);
                return new PhaseRun(seconds, latencies);
            } finally {
                for (Session session : sessions) {
                    session.close();
                }
            }
        } catch (SQLException | ExecutionException | java.util.concurrent.BrokenBarrierException e) {
            Throwable cause = e instanceof ExecutionException ? e.getCause() : e;
            throw new FailedRun(phase.name() + ", " + phase.clients() + " clients: " + cause, e);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The latency that so great a part of the operations did not exceed. */
    double quantile(double part) {
        return latencies[Math.min(latencies.length - 1, (int) Math.ceil(part * latencies.length) - 1)];
    }
}
