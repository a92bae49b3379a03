package io.github.pg1c.model.derived;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where 1C connects: hosts and ports, through HAProxy and PgBouncer where the cluster has them.
 *
 * @param hosts names or addresses that a client may use, the best first
 * @param writePort port for reading and writing on these hosts
 * @param readPort port for reading only; empty without HAProxy
 * @param trafficPort port that carries the clients' traffic on a PostgreSQL node: PgBouncer's or PostgreSQL's
 * @since 0.1
 */
public record ClientEndpoints(List<String> hosts, int writePort, Optional<Integer> readPort, int trafficPort) {

    public ClientEndpoints {
        hosts = List.copyOf(hosts);
    }

    /** The endpoints of a cluster. */
    public static ClientEndpoints of(Cluster cluster) {
        boolean proxied = !cluster.nodesWith(NodeRole.HAPROXY).isEmpty();
        int traffic = trafficPort(cluster);
        return new ClientEndpoints(
                hosts(cluster, proxied ? NodeRole.HAPROXY : NodeRole.POSTGRESQL),
                proxied ? cluster.access().writePort() : traffic,
                proxied ? Optional.of(cluster.access().readPort()) : Optional.empty(),
                traffic);
    }

    /**
     * The nodes that take the clients' connections: those with HAProxy, or those with PostgreSQL where there is none.
     */
    public static List<Node> nodes(Cluster cluster) {
        List<Node> proxies = proxies(cluster);
        return proxies.isEmpty() ? cluster.nodesWith(NodeRole.POSTGRESQL) : proxies;
    }

    /** The nodes that stand between the clients and PostgreSQL; none where clients connect directly. */
    public static List<Node> proxies(Cluster cluster) {
        return cluster.nodesWith(NodeRole.HAPROXY);
    }

    /**
     * Client addresses as a PostgreSQL node sees them: behind a proxy every client has the proxy's address, and the
     * proxy accepts only the clients' networks.
     */
    public static List<Cidr> sources(Cluster cluster) {
        List<Cidr> sources =
                proxies(cluster).stream().map(Node::address).map(Cidr::host).toList();
        return sources.isEmpty() ? cluster.networks().clients() : sources;
    }

    static int trafficPort(Cluster cluster) {
        return cluster.access().pooled()
                ? cluster.pgbouncer().port()
                : cluster.postgresql().port();
    }

    private static List<String> hosts(Cluster cluster, NodeRole entrance) {
        HostName host = cluster.access().host();
        if (host == null && VirtualAddress.in(cluster)) {
            return cluster.access().addresses().stream()
                    .map(IpAddress::toString)
                    .toList();
        }
        if (host == null) {
            return cluster.nodesWith(entrance).stream()
                    .map(Node::address)
                    .map(IpAddress::toString)
                    .toList();
        }
        List<String> hosts = new ArrayList<>();
        hosts.add(host.toString());
        cluster.access().aliases().forEach(alias -> hosts.add(alias.toString()));
        return hosts;
    }
}
