package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * A TCP port that the specification names, and the nodes whose service listens on it.
 *
 * @since 0.1
 */
public enum ServicePort {
    /** PostgreSQL itself. */
    POSTGRESQL(
            "postgresql.port",
            NodeRole.POSTGRESQL,
            cluster -> cluster.postgresql().port()),
    /** The entrance for reading and writing. */
    WRITE("access.writePort", NodeRole.HAPROXY, cluster -> cluster.access().writePort()),
    /** The entrance for reading only. */
    READ("access.readPort", NodeRole.HAPROXY, cluster -> cluster.access().readPort()),
    /** etcd for its clients. */
    ETCD_CLIENT("etcd.clientPort", NodeRole.ETCD, cluster -> cluster.etcd().clientPort()),
    /** etcd for its other members. */
    ETCD_PEER("etcd.peerPort", NodeRole.ETCD, cluster -> cluster.etcd().peerPort()),
    /** Patroni's REST API. */
    PATRONI("patroni.port", NodeRole.POSTGRESQL, cluster -> cluster.patroni().port()),
    /** PgBouncer, unless pooling is off. */
    PGBOUNCER(
            "pgbouncer.port",
            NodeRole.POSTGRESQL,
            cluster -> cluster.pgbouncer().port(),
            cluster -> cluster.access().pooled()),
    /** HAProxy's statistics page. */
    STATISTICS(
            "haproxy.statisticsPort",
            NodeRole.HAPROXY,
            cluster -> cluster.haproxy().statisticsPort());

    private final String key;
    private final NodeRole role;
    private final ToIntFunction<Cluster> number;
    private final Predicate<Cluster> used;

    /** A port that every node of the role has. */
    ServicePort(String key, NodeRole role, ToIntFunction<Cluster> number) {
        this(key, role, number, cluster -> true);
    }

    /** A port of a service that not every cluster has. */
    ServicePort(String key, NodeRole role, ToIntFunction<Cluster> number, Predicate<Cluster> used) {
        this.key = key;
        this.role = role;
        this.number = number;
        this.used = used;
    }

    /** The keys of all ports. */
    public static List<String> keys() {
        return Stream.of(values()).map(ServicePort::key).toList();
    }

    /** The key of the specification, as {@code etcd.peerPort}. */
    public String key() {
        return key;
    }

    /** The role that brings the service to a node. */
    public NodeRole role() {
        return role;
    }

    /** The port's number. */
    public int of(Cluster cluster) {
        return number.applyAsInt(cluster);
    }

    /** Whether the port is taken on a node. */
    public boolean on(Cluster cluster, Node node) {
        return node.has(role) && used.test(cluster);
    }
}
