package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Patroni;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Intervals of Patroni, etcd and HAProxy, chosen together: how fast the cluster notices a lost leader and replaces it.
 *
 * <p>The slowest timing that meets the objective is chosen, because each faster step makes a short network failure more
 * likely to cause a needless failover. An interval that the specification gives stays as it is; the others are fitted
 * to it.
 *
 * @param ttl life of the leader's key in etcd
 * @param loopWait pause between two turns of Patroni's loop
 * @param retryTimeout how long Patroni repeats a failed call to etcd or PostgreSQL
 * @param primaryStartTimeout how long a leader may recover from a crash of PostgreSQL before a standby takes over
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
        Duration primaryStartTimeout,
        Duration checkInterval,
        Duration checkTimeout,
        int checkFall,
        int checkRise) {

    /** Patroni refuses a shorter ttl and takes its own value instead; so it does below. */
    public static final Duration LEAST_TTL = Duration.ofSeconds(20);

    /** The shortest loop_wait. */
    public static final Duration LEAST_LOOP_WAIT = Duration.ofSeconds(1);

    /** The shortest retry_timeout. */
    public static final Duration LEAST_RETRY_TIMEOUT = Duration.ofSeconds(3);

    /** Time before the end of ttl at which the watchdog resets the host. */
    public static final Duration WATCHDOG_MARGIN = Duration.ofSeconds(5);

    /** Patroni asks the other members for their WAL position and waits at most 2 s for a lost one. */
    static final Duration RACE = Duration.ofSeconds(2);
    /** Promotion: end of recovery, timeline switch, first checkpoint request. */
    static final Duration PROMOTION = Duration.ofSeconds(5);

    /**
     * Time in which Patroni is back after a crash, while its PostgreSQL goes on: start of Python, a look into etcd, a
     * reload of PostgreSQL, which takes a second by itself; 2.5 s were measured. A server that is down before ends its
     * sessions. It is not longer, because a planned switchover waits as long for the former leader to be down.
     */
    static final Duration RESTART = Duration.ofSeconds(3);

    /** Pause of a waiting connection for writing before HAProxy looks again for a leader. */
    public static final Duration FIRST_LOOK = Duration.ofMillis(500);

    private static final List<Timing> FROM_SLOW_TO_FAST =
            List.of(of(60, 10, 20, 3), of(45, 10, 15, 2), of(30, 5, 10, 2), of(20, 5, 5, 1));

    /** The fastest timing that Patroni's lower limits, a safe margin and the cluster's own intervals allow. */
    public static Timing fastest(Cluster cluster) {
        List<Timing> fitted = fitted(cluster);
        return fitted.get(fitted.size() - 1);
    }

    /** The slowest timing whose worst case for the cluster is within its objective; empty when none is. */
    public static Optional<Timing> within(Cluster cluster) {
        Duration rto = cluster.objectives().rto();
        return fitted(cluster).stream()
                .filter(timing -> timing.worstCase(cluster).compareTo(rto) <= 0)
                .findFirst();
    }

    /** The timing of the cluster: the one within the objective, the fastest where none is. */
    public static Timing of(Cluster cluster) {
        return within(cluster).orElseGet(() -> fastest(cluster));
    }

    private static List<Timing> fitted(Cluster cluster) {
        Duration own = cluster.patroni().ttl();
        List<Timing> rows = own == null
                ? FROM_SLOW_TO_FAST
                : FROM_SLOW_TO_FAST.stream()
                        .filter(row -> row.ttl.compareTo(own) <= 0)
                        .toList();
        return (rows.isEmpty()
                        ? FROM_SLOW_TO_FAST.subList(FROM_SLOW_TO_FAST.size() - 1, FROM_SLOW_TO_FAST.size())
                        : rows)
                .stream().map(row -> row.fit(cluster.patroni())).toList();
    }

    /** This row with the given intervals; the others leave the watchdog its margin. */
    private Timing fit(Patroni given) {
        Duration loop = given.loopWait() == null ? loopWait : given.loopWait();
        Duration retry = given.retryTimeout() == null ? retryTimeout : given.retryTimeout();
        Duration life = given.ttl();
        if (life == null) {
            life = longer(ttl, loop.plus(retry.multipliedBy(2)).plus(WATCHDOG_MARGIN));
        } else {
            Duration room = life.minus(WATCHDOG_MARGIN);
            if (given.retryTimeout() == null) {
                Duration left = Duration.ofSeconds(room.minus(loop).toSeconds() / 2);
                retry = longer(LEAST_RETRY_TIMEOUT, shorter(retry, left));
            }
            if (given.loopWait() == null) {
                loop = longer(LEAST_LOOP_WAIT, shorter(loop, room.minus(retry.multipliedBy(2))));
            }
        }
        Duration start = given.primaryStartTimeout();
        return new Timing(
                life, loop, retry, start == null ? life : start, checkInterval, checkTimeout, checkFall, checkRise);
    }

    /** The left side of Patroni's inequality {@code loop_wait + 2 * retry_timeout <= ttl}. */
    public Duration longestTurn() {
        return loopWait.plus(retryTimeout.multipliedBy(2));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
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
                + seconds(PROMOTION)
                + (proxied(cluster) ? " + " + seconds(detection(cluster)) : "") + " = " + seconds(worstCase(cluster));
        return Text.of(
                "ttl + etcd election + leader race + promotion" + (proxied(cluster) ? " + HAProxy detection" : "")
                        + " = " + sum,
                "ttl + выборы etcd + гонка за лидерство + повышение реплики"
                        + (proxied(cluster) ? " + обнаружение в HAProxy" : "") + " = " + sum);
    }

    /**
     * The longest time without a writable leader after a crash of the leader's PostgreSQL that does not come up again:
     * Patroni notices it in its next turn and gives up in another one. With {@code primary_start_timeout} 0 it hands over
     * at once.
     */
    public Duration crash(Cluster cluster) {
        Duration turns = primaryStartTimeout.isZero() ? loopWait : loopWait.multipliedBy(2);
        return turns.plus(primaryStartTimeout).plus(RACE).plus(PROMOTION).plus(detection(cluster));
    }

    /** The sum behind {@link #crash}, with its numbers. */
    public Text crashFormula(Cluster cluster) {
        boolean proxied = proxied(cluster);
        String turns = primaryStartTimeout.isZero() ? "loop_wait" : "2 * loop_wait";
        String sum = (primaryStartTimeout.isZero() ? "" : "2 * ") + seconds(loopWait) + " + "
                + seconds(primaryStartTimeout) + " + " + seconds(RACE) + " + " + seconds(PROMOTION)
                + (proxied ? " + " + seconds(detection(cluster)) : "") + " = " + seconds(crash(cluster));
        return Text.of(
                turns + " + primary_start_timeout + leader race + promotion" + (proxied ? " + HAProxy detection" : "")
                        + " = " + sum,
                turns + " + primary_start_timeout + гонка за лидерство + повышение реплики"
                        + (proxied ? " + обнаружение в HAProxy" : "") + " = " + sum);
    }

    /**
     * The time of an election in etcd when the lost host may carry etcd's leader too. The election takes up to two
     * election timeouts. The new leader then renews every lease and adds one election timeout to
     * it.
     */
    private static Duration etcdElection(Cluster cluster) {
        boolean together = cluster.nodes().stream().anyMatch(n -> n.has(NodeRole.ETCD) && n.has(NodeRole.POSTGRESQL));
        return together ? cluster.etcd().election().multipliedBy(3) : Duration.ZERO;
    }

    private Duration detection(Cluster cluster) {
        return proxied(cluster) ? checkInterval.multipliedBy(checkRise).plus(checkTimeout) : Duration.ZERO;
    }

    private static boolean proxied(Cluster cluster) {
        return !cluster.nodesWith(NodeRole.HAPROXY).isEmpty();
    }

    private static Timing of(int ttl, int loopWait, int retryTimeout, int checkInterval) {
        return new Timing(
                Duration.ofSeconds(ttl),
                Duration.ofSeconds(loopWait),
                Duration.ofSeconds(retryTimeout),
                Duration.ofSeconds(ttl),
                Duration.ofSeconds(checkInterval),
                Duration.ofSeconds(checkInterval),
                // The first of them may fail right after the crash.
                1 + Math.max(2, Math.toIntExact(RESTART.toSeconds()) / checkInterval),
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
