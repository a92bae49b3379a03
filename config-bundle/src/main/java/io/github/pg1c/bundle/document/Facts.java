package io.github.pg1c.bundle.document;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.text.Wording;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Flow;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.platform.OsFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What every document needs to know.
 *
 * @param input what was handed in
 */
record Facts(DocumentInput input) implements Wording {

    Cluster cluster() {
        return input.cluster();
    }

    ClusterPlan plan() {
        return input.context().plan();
    }

    /** Where things stand on the nodes. */
    Layout layout() {
        return plan().layout();
    }

    /** Intervals of Patroni, etcd and HAProxy. */
    Timing timing() {
        return plan().timing();
    }

    /** Calculated parameters of every PostgreSQL node. */
    ClusterTuning tuning() {
        return plan().tuning();
    }

    /** What etcd survives. */
    Quorum quorum() {
        return plan().quorum();
    }

    /** Who talks to whom. */
    List<Flow> flows() {
        return plan().flows();
    }

    /** What a node needs. */
    NodePart part(Node node) {
        return Objects.requireNonNull(input.parts().get(node.name()));
    }

    /** Services with a unit of their own that reload, each once, in the order of start. */
    List<Service> reloadable() {
        List<Service> found = new ArrayList<>();
        input.parts().values().stream()
                .flatMap(part -> part.services().stream())
                .filter(service -> service.hasUnit() && service.reloads())
                .filter(service ->
                        found.stream().noneMatch(other -> other.name().equals(service.name())))
                .forEach(found::add);
        return found;
    }

    @Override
    public Language language() {
        return cluster().language();
    }

    @Override
    public String clusterName() {
        return cluster().name().toString();
    }

    List<Node> etcd() {
        return cluster().nodesWith(NodeRole.ETCD);
    }

    List<Node> postgresql() {
        return cluster().nodesWith(NodeRole.POSTGRESQL);
    }

    List<Node> haproxy() {
        return cluster().nodesWith(NodeRole.HAPROXY);
    }

    /** The node that makes the cluster: the first that may lead. */
    Node first() {
        return postgresql().stream()
                .filter(Node::failover)
                .findFirst()
                .orElse(postgresql().get(0));
    }

    /** A PostgreSQL node besides the first one, for examples; the first itself when it is alone. */
    Node second() {
        return postgresql().stream()
                .filter(node -> !node.name().equals(first().name()))
                .findFirst()
                .orElse(first());
    }

    boolean alone() {
        return postgresql().size() == 1;
    }

    boolean pooled() {
        return cluster().access().pooled();
    }

    boolean proxied() {
        return !haproxy().isEmpty();
    }

    OsFamily family() {
        return cluster().platform().os().family();
    }

    /** HAProxy serves statistics to administrators only; without their network it serves none. */
    boolean statistics() {
        return proxied() && !cluster().networks().administrators().isEmpty();
    }

    /** The port that carries the clients' traffic on a PostgreSQL node. */
    int trafficPort() {
        return pooled() ? cluster().pgbouncer().port() : cluster().postgresql().port();
    }

    /** The port that a client uses for writing. */
    int entrancePort() {
        return proxied() ? cluster().access().writePort() : trafficPort();
    }

    /** Names or addresses that a client may use, the best first. */
    List<String> entrances() {
        List<String> hosts = new ArrayList<>();
        HostName host = cluster().access().host();
        if (host != null) {
            hosts.add(host.toString());
            cluster().access().aliases().forEach(alias -> hosts.add(alias.toString()));
        }
        if (hosts.isEmpty()) {
            (proxied() ? haproxy() : postgresql())
                    .forEach(node -> hosts.add(node.address().toString()));
        }
        return hosts;
    }

    static String hostPort(IpAddress address, int port) {
        return address.url() + ":" + port;
    }

    /** What is in the same words everywhere: "on pg1". */
    static Text at(Node node) {
        return Text.of("On " + node.name(), "На узле " + node.name());
    }

    static Text onAdministrators() {
        return Text.of(
                "On the administrator's machine, in the directory of this file",
                "На машине администратора, в каталоге этого файла");
    }
}
