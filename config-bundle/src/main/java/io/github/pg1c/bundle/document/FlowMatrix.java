package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Caller;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.bundle.part.Listener.Networks;
import io.github.pg1c.bundle.part.Listener.Nodes;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Every connection between nodes and into the cluster, except ssh and the services of the operating system. */
final class FlowMatrix {

    private FlowMatrix() {}

    /** A caller of a listener of a node. */
    private record Way(NodeName to, Listener listener, Caller caller) {

        Flow from(Text name) {
            return new Flow(name, to.toString(), listener.port(), listener.protocol(), caller.purpose());
        }

        int order() {
            return caller.order();
        }
    }

    /** The flows that the parts' listeners declare: between nodes first, then by group of networks. */
    static List<Flow> of(Map<NodeName, NodePart> parts) {
        List<Way> ways = new ArrayList<>();
        parts.forEach((node, part) -> part.listeners()
                .forEach(listener -> listener.callers().forEach(caller -> ways.add(new Way(node, listener, caller)))));
        ways.sort(Comparator.comparingInt(Way::order));
        List<Flow> flows = new ArrayList<>();
        between(List.copyOf(parts.keySet()), ways, flows);
        for (Group group : Group.values()) {
            into(group, List.copyOf(parts.keySet()), ways, flows);
        }
        return List.copyOf(flows);
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
    private static void into(Group group, List<NodeName> nodes, List<Way> ways, List<Flow> flows) {
        ways.stream()
                .filter(way -> way.caller().source() instanceof Networks networks && networks.group() == group)
                .sorted(Comparator.<Way>comparingInt(
                                way -> way.listener().role().ordinal())
                        .thenComparingInt(way -> nodes.indexOf(way.to())))
                .forEach(way -> flows.add(way.from(name(group))));
    }

    private static boolean connects(NodeName from, Way way) {
        return way.caller().source() instanceof Nodes source
                && source.nodes().stream().map(Node::name).anyMatch(from::equals);
    }

    private static Text name(Group group) {
        return switch (group) {
            case CLIENTS -> Text.of("clients (1C servers)", "клиенты (серверы 1С)");
            case ADMINISTRATORS -> Text.of("administrators", "администраторы");
            case MONITORING -> Text.of("monitoring", "мониторинг");
        };
    }
}
