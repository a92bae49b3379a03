package io.github.pg1c.bundle.plan;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses of the services in the forms that the files want. */
public final class Endpoints {

    private Endpoints() {}

    /** {@code 10.0.0.1:2379} of every etcd member. */
    public static List<String> etcdClients(Cluster cluster) {
        return cluster.nodesWith(NodeRole.ETCD).stream()
                .map(node -> hostPort(node.address(), cluster.etcd().clientPort()))
                .toList();
    }

    /** {@code etcd1=https://10.0.0.1:2380,…}: the members that form the cluster. */
    public static String etcdInitialCluster(Cluster cluster) {
        return cluster.nodesWith(NodeRole.ETCD).stream()
                .map(node ->
                        node.name() + "=" + https(node.address(), cluster.etcd().peerPort()))
                .collect(Collectors.joining(","));
    }

    public static String https(IpAddress address, int port) {
        return "https://" + hostPort(address, port);
    }

    public static String hostPort(IpAddress address, int port) {
        return address.url() + ":" + port;
    }

    /** The address as a network of one host, as {@code pg_hba.conf} wants it. */
    public static String hostNetwork(Node node) {
        String address = node.address().toString();
        return address + (address.contains(":") ? "/128" : "/32");
    }

    /** The port that carries the clients' traffic on a PostgreSQL node. */
    public static int trafficPort(Cluster cluster) {
        return pooled(cluster)
                ? cluster.pgbouncer().port()
                : cluster.postgresql().port();
    }

    public static boolean pooled(Cluster cluster) {
        return cluster.access().pooled();
    }
}
