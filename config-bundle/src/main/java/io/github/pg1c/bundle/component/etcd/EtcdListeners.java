package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Security;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ServicePort;
import java.util.List;

/** Ports of etcd and who connects to them. */
final class EtcdListeners {

    /** Port of health and metrics, at the loopback address only. */
    static final int METRICS = 2381;

    private EtcdListeners() {}

    static List<Listener> of(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        List<Node> members = cluster.nodesWith(NodeRole.ETCD);
        List<Node> databases = cluster.nodesWith(NodeRole.POSTGRESQL);
        List<Node> only = members.stream()
                .filter(member -> !member.has(NodeRole.POSTGRESQL))
                .toList();
        return List.of(
                listener(cluster, node, ServicePort.ETCD_PEER, "HTTPS (etcd)")
                        .from(members, 10, Text.of("agreement among etcd's members", "обмен между членами etcd")),
                listener(cluster, node, ServicePort.ETCD_CLIENT, "gRPC, mTLS (etcd)")
                        .from(
                                databases,
                                20,
                                Text.of("Patroni's state and leader lock", "состояние Patroni и блокировка лидера"))
                        .from(only, 30, Text.of("etcdctl asks all members", "etcdctl опрашивает всех членов")),
                new Listener(
                        EtcdComponent.NAME,
                        NodeRole.ETCD,
                        IpAddress.parse("127.0.0.1"),
                        METRICS,
                        Security.PLAIN,
                        "HTTP (etcd)",
                        List.of()));
    }

    private static Listener listener(Cluster cluster, Node node, ServicePort port, String protocol) {
        return Listener.of(EtcdComponent.NAME, port, cluster, node, Security.MUTUAL_TLS, protocol);
    }
}
