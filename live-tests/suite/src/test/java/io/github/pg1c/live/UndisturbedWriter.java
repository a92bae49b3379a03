package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.history.Verdict;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.model.NodeRole;
import java.sql.SQLException;
import java.time.Duration;

/**
 * A client that writes through HAProxy while something is done to the cluster, and must not notice it. It connects anew
 * all the time, so that it sees every new certificate.
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

    /** Waits until it has written through connections that it made after this call. */
    void awaitNewConnections() {
        int before = writer.acknowledged().size();
        Eventually.holds(
                SOON, () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before + 2 * WRITES_PER_CONNECTION));
    }

    /**
     * It goes on writing through new connections, the cluster is healthy, it was never told of an error, and every row
     * is where it belongs. It ends with that.
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
