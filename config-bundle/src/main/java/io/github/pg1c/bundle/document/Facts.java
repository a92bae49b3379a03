package io.github.pg1c.bundle.document;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.derived.Flow;
import io.github.pg1c.model.derived.FlowMatrix;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.Quorum;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.platform.OsFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What every document needs to know, derived once from the specification.
 *
 * @param input what was handed in
 * @param layout where things stand on the nodes
 * @param timing intervals of Patroni, etcd and HAProxy
 * @param tuning calculated parameters of every PostgreSQL node
 * @param quorum what etcd survives
 * @param flows who talks to whom
 */
public record Facts(
        DocumentInput input, Layout layout, Timing timing, ClusterTuning tuning, Quorum quorum, List<Flow> flows) {

    static Facts of(DocumentInput input) {
        Cluster cluster = input.cluster();
        return new Facts(
                input,
                Layout.of(cluster),
                Timing.of(cluster),
                ClusterTuning.of(cluster),
                Quorum.of(cluster),
                FlowMatrix.of(cluster));
    }

    Cluster cluster() {
        return input.cluster();
    }

    Language language() {
        return cluster().language();
    }

    String say(Text words) {
        return words.in(language());
    }

    String say(String en, String ru) {
        return say(Text.of(en, ru));
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

    public static Text atEach(List<Node> nodes) {
        String names = String.join(
                ", ", nodes.stream().map(node -> node.name().toString()).toList());
        return nodes.size() == 1
                ? Text.of("On " + names, "На узле " + names)
                : Text.of("On each of " + names, "На каждом из узлов " + names);
    }

    /** Nodes that get the same commands together, in the order of the first of each group. */
    public static Map<List<String>, List<Node>> alike(List<Node> nodes, Function<Node, List<String>> commands) {
        Map<List<String>, List<Node>> groups = new LinkedHashMap<>();
        nodes.forEach(node -> groups.computeIfAbsent(commands.apply(node), key -> new ArrayList<>())
                .add(node));
        groups.remove(List.of());
        return groups;
    }

    static Text onAdministrators() {
        return Text.of(
                "On the administrator's machine, in the directory of this file",
                "На машине администратора, в каталоге этого файла");
    }
}
