package io.github.pg1c.bundle.part;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.CertificateLogin;
import io.github.pg1c.model.derived.ServicePort;
import java.util.ArrayList;
import java.util.List;

/**
 * A TCP port on which a service of a node listens, and who connects to it. Only the node itself connects to a loopback
 * address, so such a listener has no callers.
 *
 * @param service name of the service, as in needs
 * @param role the role that brings the service to the node
 * @param address address of the node that the service listens on
 * @param port port at this address
 * @param security what TLS asks for
 * @param protocol what is spoken, for people
 * @param callers who connects from elsewhere
 * @since 0.1
 */
public record Listener(
        String service,
        NodeRole role,
        IpAddress address,
        int port,
        Security security,
        String protocol,
        List<Caller> callers) {

    public Listener {
        callers = List.copyOf(callers);
        if (address.loopback() && !callers.isEmpty()) {
            throw new IllegalArgumentException(service + " at " + address + " cannot be reached from elsewhere");
        }
    }

    /** What TLS asks for. */
    public enum Security {
        /** There is no TLS. */
        PLAIN,
        /** The service shows a certificate. */
        TLS,
        /** Both sides show a certificate. */
        MUTUAL_TLS
    }

    /**
     * Who connects.
     *
     * @param source from where
     * @param purpose what for
     * @param order where it stands in the flow matrix, among those of all listeners
     */
    public record Caller(Source source, Text purpose, int order) {}

    /** From where connections come. */
    public sealed interface Source {}

    /**
     * Nodes of the cluster. The node of the listener may be among them.
     *
     * @param nodes in the order of the specification
     */
    public record Nodes(List<Node> nodes) implements Source {
        public Nodes {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * Networks outside of the cluster.
     *
     * @param group whose networks they are
     * @param networks at least one
     */
    public record Networks(Group group, List<Cidr> networks) implements Source {
        public Networks {
            networks = List.copyOf(networks);
        }
    }

    /** Whose networks the specification names. */
    public enum Group {
        CLIENTS,
        ADMINISTRATORS,
        MONITORING,
        /** Those that a client certificate of PostgreSQL names for itself. */
        CERTIFICATES,
        /** Those of further rules of access to PostgreSQL. */
        RULES,
        /** Those of a second site's members. */
        SECOND_SITE;

        private List<Cidr> networks(Cluster cluster) {
            return switch (this) {
                case CLIENTS -> cluster.networks().clients();
                case ADMINISTRATORS -> cluster.networks().administrators();
                case MONITORING -> cluster.networks().monitoring();
                case CERTIFICATES -> CertificateLogin.ownNetworks(cluster);
                case RULES ->
                    cluster.access().rules().stream()
                            .flatMap(rule -> rule.networks().stream())
                            .distinct()
                            .toList();
                case SECOND_SITE -> cluster.networks().secondSite();
            };
        }
    }

    /** A listener at a port that the specification names; nobody connects to it yet. */
    public static Listener of(
            String service, ServicePort port, Cluster cluster, Node node, Security security, String protocol) {
        return new Listener(service, port.role(), node.address(), port.of(cluster), security, protocol, List.of());
    }

    /** The same with nodes that connect; unchanged when there are none. */
    public Listener from(List<Node> nodes, int order, Text purpose) {
        return nodes.isEmpty() ? this : with(new Caller(new Nodes(nodes), purpose, order));
    }

    /** The same with a group that connects; unchanged when the specification names no network of it. */
    public Listener from(Group group, Cluster cluster, int order, Text purpose) {
        List<Cidr> networks = group.networks(cluster);
        return networks.isEmpty() ? this : with(new Caller(new Networks(group, networks), purpose, order));
    }

    private Listener with(Caller caller) {
        List<Caller> more = new ArrayList<>(callers);
        more.add(caller);
        return new Listener(service, role, address, port, security, protocol, more);
    }
}
