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

    /**
     * What a stopping member of etcd may answer to the renewal of the leader's lease. No Patroni before the summer of 2026
     * asks another member then: it demotes and promotes itself at once (patroni/patroni issue 3118, pull request 3595).
     */
    private static final String KNOWN_ANSWER = "transport: missing content-type field";

    private final LiveCluster live;
    private final Writer writer;
    private final long started = System.currentTimeMillis() / 1000;

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
     * Checks that it still writes through new connections, that the cluster is healthy, that it got no error but by the
     * known fault of Patroni, and that every row is in its place. Then ends it.
     */
    void assertUndisturbed() throws SQLException {
        awaitNewConnections();
        live.awaitHealthy(SOON);
        writer.close();
        Verdict verdict = writer.verdict();
        System.out.printf("undisturbed: %s%n", verdict);
        if (patroniDemotedItself()) {
            assertThat(verdict.history().longestPause()).isLessThan(live.worstCase());
        } else {
            assertThat(writer.errors()).isEmpty();
        }
        assertThat(verdict.anomalies()).isEmpty();
    }

    private boolean patroniDemotedItself() {
        // The demotion is the consequence of the answer, a few lines below it.
        String search = "journalctl -u patroni --no-pager --since @" + started + " | grep -F -A 12 '" + KNOWN_ANSWER
                + "' | grep -qF 'demoted self because failed to update leader lock'";
        return live.members().stream()
                .map(live::host)
                .anyMatch(host -> host.shell(search).succeeded());
    }

    @Override
    public void close() {
        writer.close();
    }
}
