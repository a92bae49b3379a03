package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.model.NodeRole;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A client that writes through HAProxy during an operation on the cluster and must not notice it. It reconnects
 * continually, so that it sees every new certificate.
 */
final class UndisturbedWriter implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int WRITES_PER_CONNECTION = 25;

    private final LiveCluster live;
    private final Writer writer;

    private UndisturbedWriter(LiveCluster live, Writer writer) {
        this.live = live;
        this.writer = writer;
    }

    static UndisturbedWriter start(LiveCluster live) throws SQLException {
        String entrance = LiveCluster.address(live.nodes(NodeRole.HAPROXY).get(0));
        return new UndisturbedWriter(
                live, Writer.start(live.infobase(), entrance, live.writePort(), WRITES_PER_CONNECTION));
    }

    /** Waits until it has written through connections made after this call. */
    void awaitNewConnections() {
        int before = writer.acknowledged().size();
        Eventually.holds(
                SOON, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before + 2 * WRITES_PER_CONNECTION));
    }

    /**
     * Checks that it still writes through new connections, that the cluster is healthy, that it got no error, and that
     * every row is in its place. Then ends it.
     */
    void assertUndisturbed() throws SQLException {
        awaitNewConnections();
        live.awaitHealthy(SOON);
        writer.close();
        Verdict verdict = writer.verdict();
        System.out.printf("undisturbed: %s%n", verdict);
        assertThat(writer.errors()).isEmpty();
        assertThat(verdict.anomalies()).isEmpty();
    }

    @Override
    public void close() {
        writer.close();
    }
}
