package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.operation.Waiting;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A simulated cluster of three members, a connection to it that does not wait, and the events of operations. */
public final class Laboratory implements Waiting, AutoCloseable {

    private final PatroniSimulator simulated;
    private final ClusterConnection connection;
    private final List<Object> events = new ArrayList<>();
    private long now;

    public Laboratory() {
        this(PatroniRelease.PATRONI_4_1);
    }

    public Laboratory(PatroniRelease release) {
        simulated = PatroniSimulator.builder()
                .release(release)
                .members("pg1", "pg2", "pg3")
                .start();
        connection = ClusterAccess.at(List.of(simulated.member("pg1").uri().toString()))
                .named("main")
                .waiting(this)
                .open();
    }

    public PatroniSimulator simulated() {
        return simulated;
    }

    /** The requests that change something, such as {@code POST /pg2/restart {}}. */
    public List<String> writes() {
        return simulated.writes().stream()
                .map(request ->
                        (request.method() + " /" + request.member() + request.path() + " " + request.body()).strip())
                .toList();
    }

    public ClusterConnection connection() {
        return connection;
    }

    /** Runs an operation without checking its plan, and keeps its events. */
    public <E, R extends OperationResult> R run(ClusterOperation<E, R> operation) {
        return operation.run(connection, events::add);
    }

    public List<Object> events() {
        return events;
    }

    @Override
    public synchronized long nanoTime() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        now += time.toNanos();
    }

    @Override
    public void close() {
        connection.close();
        simulated.close();
    }
}
