package io.github.pg1c.benchmarks.onec.paired;

import io.github.pg1c.benchmarks.onec.ControlGroup;
import io.github.pg1c.benchmarks.onec.FailedRun;
import io.github.pg1c.benchmarks.onec.Session;
import io.github.pg1c.benchmarks.onec.TestServer;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A server whose processor time is counted apart, and the sessions of its clients. */
final class MeteredServer implements AutoCloseable {
    private final TestServer server;
    private final ControlGroup group;
    private final List<Session> sessions = new ArrayList<>();

    private MeteredServer(TestServer server, ControlGroup group) {
        this.server = server;
        this.group = group;
    }

    /**
     * Starts it.
     *
     * @param name its name among the servers of the run
     * @param memory limit of its memory in bytes, page cache included
     */
    static MeteredServer start(String name, Path binaries, Path data, String configuration, long memory)
            throws IOException, InterruptedException, FailedRun {
        ControlGroup group = ControlGroup.limitedTo(name, memory);
        try {
            return new MeteredServer(TestServer.start(binaries, data, configuration, group.entering()), group);
        } catch (IOException | FailedRun e) {
            group.close();
            throw e;
        }
    }

    TestServer server() {
        return server;
    }

    void open(int number) throws SQLException {
        for (int i = 0; i < number; i++) {
            sessions.add(Session.open(server));
        }
    }

    Session session(int number) {
        return sessions.get(number % sessions.size());
    }

    /** Milliseconds of processor time of all its processes. */
    double cpuMillis() throws IOException {
        return group.cpuNanos() / 1e6;
    }

    long pageTableBytes() throws IOException {
        return group.pageTableBytes();
    }

    void shutDown() throws IOException, InterruptedException, SQLException {
        for (Session session : sessions) {
            session.close();
        }
        sessions.clear();
        server.shutDown();
    }

    /** Stops it at once; its data is thrown away. */
    @Override
    public void close() throws IOException, InterruptedException {
        server.close();
        group.close();
    }
}
