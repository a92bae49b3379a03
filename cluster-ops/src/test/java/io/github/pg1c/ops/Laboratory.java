package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterAccess;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.patroni.operation.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A simulated cluster of three members, a connection to it on which time passes at once, and what operations tell. */
public final class Laboratory implements Waiting, AutoCloseable {

    private final SimulatedCluster simulated;
    private final ClusterConnection connection;
    private final List<Object> events = new ArrayList<>();
    private long now;

    public Laboratory() throws IOException {
        simulated = new SimulatedCluster("pg1", "pg2", "pg3");
        connection = ClusterAccess.at(List.of(simulated.uri()))
                .named("main")
                .waiting(this)
                .open();
    }

    public SimulatedCluster simulated() {
        return simulated;
    }

    public ClusterConnection connection() {
        return connection;
    }

    /** Runs an operation without a look at its plan, and keeps its events. */
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
