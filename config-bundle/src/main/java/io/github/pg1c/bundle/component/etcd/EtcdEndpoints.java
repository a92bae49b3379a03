package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.value.EtcdEndpoint;
import java.util.List;
import java.util.stream.Collectors;

/** Addresses of the members in the formats of the files. */
public final class EtcdEndpoints {

    private EtcdEndpoints() {}

    /** {@code 10.0.0.1:2379} of every member, also of an etcd outside. */
    public static List<String> clients(Cluster cluster) {
        if (cluster.etcd().external().used()) {
            return cluster.etcd().external().endpoints().stream()
                    .map(EtcdEndpoint::hostPort)
                    .toList();
        }
        return cluster.nodesWith(NodeRole.ETCD).stream()
                .map(node -> Endpoints.hostPort(node.address(), cluster.etcd().clientPort()))
                .toList();
    }

    /** {@code etcd1=https://10.0.0.1:2380,…}: the members that form the cluster. */
    static String initialCluster(Cluster cluster) {
        return cluster.nodesWith(NodeRole.ETCD).stream()
                .map(node -> node.name() + "="
                        + Endpoints.https(node.address(), cluster.etcd().peerPort()))
                .collect(Collectors.joining(","));
    }

    /** {@code https://10.0.0.1:2379,…}: every member for its clients. */
    static String urls(Cluster cluster) {
        return clients(cluster).stream().map(client -> "https://" + client).collect(Collectors.joining(","));
    }
}
