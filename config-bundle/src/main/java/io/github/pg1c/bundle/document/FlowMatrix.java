package io.github.pg1c.bundle.document;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Caller;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.bundle.part.Listener.Networks;
import io.github.pg1c.bundle.part.Listener.Nodes;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.VirtualAddress;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.input.Application;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Every connection between nodes, into the cluster, and to the services that the operating system needs. */
final class FlowMatrix {

    private static final Text TIME_SERVERS = Text.of("time servers", "серверы времени");
    private static final Text NAME_SERVERS = Text.of("name servers", "серверы DNS");

    private FlowMatrix() {}

    /** A caller of a listener of a node. */
    private record Way(NodeName to, Listener listener, Caller caller) {

        Flow from(Text name) {
            return Flow.of(name, Text.same(to.toString()), listener.port(), listener.protocol(), caller.purpose());
        }

        int order() {
            return caller.order();
        }
    }

    /**
     * The flows that the parts declare, between nodes first, then to services outside, then by group of networks; then
     * those of the operating system.
     */
    static List<Flow> of(Cluster cluster, Map<NodeName, NodePart> parts) {
        List<Way> ways = new ArrayList<>();
        parts.forEach((node, part) -> part.listeners()
                .forEach(listener -> listener.callers().forEach(caller -> ways.add(new Way(node, listener, caller)))));
        ways.sort(Comparator.comparingInt(Way::order));
        List<Flow> flows = new ArrayList<>();
        between(List.copyOf(parts.keySet()), ways, flows);
        adverts(cluster, flows);
        parts.forEach((node, part) -> part.destinations()
                .forEach(outside -> flows.add(Flow.of(
                        Text.same(node.toString()),
                        Text.same(outside.host()),
                        outside.port(),
                        outside.protocol(),
                        outside.purpose()))));
        for (Group group : Group.values()) {
            into(cluster, group, List.copyOf(parts.keySet()), ways, flows);
        }
        toThePrimarySite(cluster, flows);
        parts.keySet().forEach(node -> flows.add(ssh(cluster, node)));
        // A container has the clock of its host.
        List<Text> clocks = cluster.platform().container()
                ? List.of(Text.of("hosts of the containers", "хосты контейнеров"))
                : nodes(parts);
        clocks.forEach(clock ->
                flows.add(Flow.of(clock, TIME_SERVERS, 123, "NTP, UDP", Text.of("the right time", "точное время"))));
        Text names = cluster.platform().container()
                ? Text.of("names of repositories", "имена репозиториев")
                : Text.of("names of time servers and repositories", "имена серверов времени и репозиториев");
        nodes(parts).forEach(node -> flows.add(Flow.of(node, NAME_SERVERS, 53, "DNS, UDP + TCP", names)));
        return List.copyOf(flows);
    }

    /** The balancers tell each other who holds a virtual address. */
    private static void adverts(Cluster cluster, List<Flow> flows) {
        if (!VirtualAddress.in(cluster)) {
            return;
        }
        List<Node> balancers = ClientEndpoints.proxies(cluster);
        for (Node from : balancers) {
            balancers.stream()
                    .filter(to -> !to.equals(from))
                    .forEach(to -> flows.add(new Flow(
                            Text.same(from.name().toString()),
                            Text.same(to.name().toString()),
                            OptionalInt.empty(),
                            "VRRP (IP 112)",
                            Text.of("who holds the address over the balancers", "у кого адрес над балансировщиками"))));
        }
    }

    /** Whichever member leads copies from there. */
    private static void toThePrimarySite(Cluster cluster, List<Flow> flows) {
        for (Node node : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            for (HostName host : cluster.standbyOf().hosts()) {
                flows.add(Flow.of(
                        Text.same(node.name().toString()),
                        Text.of("primary site, " + host, "основная площадка, " + host),
                        cluster.standbyOf().port(),
                        "PostgreSQL",
                        Text.of(
                                "the copy follows the leader there: replication, pg_basebackup, pg_rewind",
                                "копия следует за тамошним лидером: репликация, pg_basebackup, pg_rewind")));
            }
        }
    }

    private static List<Text> nodes(Map<NodeName, NodePart> parts) {
        return parts.keySet().stream().map(node -> Text.same(node.toString())).toList();
    }

    private static Flow ssh(Cluster cluster, NodeName node) {
        return Flow.of(
                cluster.networks().administrators().isEmpty()
                        ? Text.of("the administrator's machine", "машина администратора")
                        : name(cluster, Group.ADMINISTRATORS),
                Text.same(node.toString()),
                22,
                "SSH",
                Text.of("delivery, installation, commands", "доставка файлов, установка, команды"));
    }

    /** By purpose, then by connecting node, then by the node of the listener. */
    private static void between(List<NodeName> nodes, List<Way> ways, List<Flow> flows) {
        ways.stream().map(Way::order).distinct().forEach(order -> {
            for (NodeName from : nodes) {
                ways.stream()
                        .filter(way -> way.order() == order && !way.to().equals(from) && connects(from, way))
                        .forEach(way -> flows.add(way.from(Text.same(from.toString()))));
            }
        });
    }

    /** By role, then by node, then by purpose. */
    private static void into(Cluster cluster, Group group, List<NodeName> nodes, List<Way> ways, List<Flow> flows) {
        ways.stream()
                .filter(way -> way.caller().source() instanceof Networks networks && networks.group() == group)
                .sorted(Comparator.<Way>comparingInt(
                                way -> way.listener().role().ordinal())
                        .thenComparingInt(way -> nodes.indexOf(way.to())))
                .forEach(way -> flows.add(way.from(name(cluster, group))));
    }

    private static boolean connects(NodeName from, Way way) {
        return way.caller().source() instanceof Nodes source
                && source.nodes().stream().map(Node::name).anyMatch(from::equals);
    }

    private static Text name(Cluster cluster, Group group) {
        return switch (group) {
            case CLIENTS ->
                cluster.application() == Application.ONE_C
                        ? Text.of("clients (1C servers)", "клиенты (серверы 1С)")
                        : Text.of("clients", "клиенты");
            case ADMINISTRATORS -> Text.of("administrators", "администраторы");
            case MONITORING -> Text.of("monitoring", "мониторинг");
            case CERTIFICATES -> Text.of("holders of client certificates", "владельцы клиентских сертификатов");
            case RULES -> Text.of("networks of access.rules", "сети из access.rules");
            case SECOND_SITE -> Text.of("members of the second site", "члены второй площадки");
        };
    }
}
