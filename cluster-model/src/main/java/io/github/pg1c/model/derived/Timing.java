package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Intervals of Patroni, etcd and HAProxy, chosen together: how fast the cluster notices a lost leader and replaces it.
 *
 * <p>The slowest timing that meets the objective is chosen, because each faster step makes a short network failure more
 * likely to cause a needless failover.
 *
 * @param ttl life of the leader's key in etcd
 * @param loopWait pause between two turns of Patroni's loop
 * @param retryTimeout how long Patroni repeats a failed call to etcd or PostgreSQL
 * @param checkInterval HAProxy's interval between two checks of a healthy server
 * @param checkTimeout how long HAProxy waits for an answer to a check
 * @param checkFall failed checks until a server is down
 * @param checkRise successful checks until a server is up
 * @since 0.1
 */
public record Timing(
        Duration ttl,
        Duration loopWait,
        Duration retryTimeout,
        Duration checkInterval,
        Duration checkTimeout,
        int checkFall,
        int checkRise) {

    /** Patroni asks the other members for their WAL position and waits at most 2 s for a lost one. */
    static final Duration RACE = Duration.ofSeconds(2);
    /** Promotion: end of recovery, timeline switch, first checkpoint request. */
    static final Duration PROMOTION = Duration.ofSeconds(5);

    /** Pause of a waiting connection for writing before HAProxy looks again for a leader. */
    public static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private static final List<Timing> FROM_SLOW_TO_FAST =
            List.of(of(60, 10, 20, 3), of(45, 10, 15, 2), of(30, 5, 10, 2), of(20, 5, 5, 1));

    /** The fastest timing that Patroni's lower limits and a safe margin allow. */
    public static Timing fastest() {
        return FROM_SLOW_TO_FAST.get(FROM_SLOW_TO_FAST.size() - 1);
    }

    /** The slowest timing whose worst case for the cluster is within its objective; empty when none is. */
    public static Optional<Timing> within(Cluster cluster) {
        Duration rto = cluster.objectives().rto();
        return FROM_SLOW_TO_FAST.stream()
                .filter(timing -> timing.worstCase(cluster).compareTo(rto) <= 0)
                .findFirst();
    }

    /** The timing of the cluster: the one within the objective, the fastest where none is. */
    public static Timing of(Cluster cluster) {
        return within(cluster).orElseGet(Timing::fastest);
    }

    /** The longest time without a writable leader after the leader's host is lost. */
    public Duration worstCase(Cluster cluster) {
        return ttl.plus(etcdElection(cluster)).plus(RACE).plus(PROMOTION).plus(detection(cluster));
    }

    /**
     * The longest time that HAProxy's first check of a server takes after a start or reload: the interval limits how
     * long it connects, the timeout how long it then waits for the answer.
     *
     * @see <a href="https://docs.haproxy.org/3.0/configuration.html#timeout%20check">HAProxy: timeout check</a>
     */
    public Duration firstChecks() {
        return checkInterval.plus(checkTimeout);
    }

    /** The longest time that a connection for writing waits at HAProxy for the answers to the first checks. */
    public Duration longestWait() {
        return FIRST_LOOK.plus(firstChecks());
    }

    /**
     * Time after a reload of HAProxy until no connection waits any more, in whole seconds. A connection that came just
     * before the last answer has waited its full time by then.
     */
    public Duration settled() {
        return wholeSeconds(longestWait().multipliedBy(2));
    }

    /** The sum behind {@link #worstCase}, with its numbers. */
    public Text formula(Cluster cluster) {
        String sum = seconds(ttl) + " + " + seconds(etcdElection(cluster)) + " + " + seconds(RACE) + " + "
                + seconds(PROMOTION) + " + " + seconds(detection(cluster)) + " = " + seconds(worstCase(cluster));
        return Text.of(
                "ttl + etcd election + leader race + promotion + HAProxy detection = " + sum,
                "ttl + выборы etcd + гонка за лидерство + повышение реплики + обнаружение в HAProxy = " + sum);
    }

    /**
     * The time of an election in etcd when the lost host may carry etcd's leader too. The election takes up to two
     * election timeouts of ten heartbeats each. The new leader then renews every lease and adds one election timeout to
     * it.
     */
    private static Duration etcdElection(Cluster cluster) {
        boolean together = cluster.nodes().stream().anyMatch(n -> n.has(NodeRole.ETCD) && n.has(NodeRole.POSTGRESQL));
        return together ? cluster.etcd().heartbeat().multipliedBy(30) : Duration.ZERO;
    }

    private Duration detection(Cluster cluster) {
        return cluster.nodesWith(NodeRole.HAPROXY).isEmpty()
                ? Duration.ZERO
                : checkInterval.multipliedBy(checkRise).plus(checkTimeout);
    }

    private static Timing of(int ttl, int loopWait, int retryTimeout, int checkInterval) {
        return new Timing(
                Duration.ofSeconds(ttl),
                Duration.ofSeconds(loopWait),
                Duration.ofSeconds(retryTimeout),
                Duration.ofSeconds(checkInterval),
                Duration.ofSeconds(checkInterval),
                3,
                1);
    }

    private static Duration wholeSeconds(Duration duration) {
        return Duration.ofSeconds(duration.plusMillis(999).toSeconds());
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : java.math.BigDecimal.valueOf(duration.toMillis(), 3)
                                .stripTrailingZeros()
                                .toPlainString() + " s";
    }
}
