package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Quorum;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Rules of the failure domains; they apply when every node concerned names its zone. */
final class ZoneRules {

    private static final String SPREAD = "nodes:\n  - {name: etcd1, address: 10.0.0.21, roles: [etcd], zone: rack1}\n"
            + "  - {name: etcd2, address: 10.0.0.22, roles: [etcd], zone: rack2}\n"
            + "  - {name: etcd3, address: 10.0.0.23, roles: [etcd], zone: rack3}";

    private static final String HOSTS =
            "nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql], zone: rack1, host: proxmox1}\n"
                    + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql], zone: rack2, host: proxmox2}";

    private static final String MACHINES = "nodes:\n"
            + "  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd], host: proxmox1}\n"
            + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd], host: proxmox2}\n"
            + "  - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd], host: proxmox3}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.warning(121, "All PostgreSQL nodes are in one zone", "Все узлы PostgreSQL в одной зоне")
                    .because(
                            "When the zone is lost, the leader and every standby are lost with it.",
                            "При потере зоны вместе с лидером теряются все реплики.")
                    .mend(
                            "Place a PostgreSQL node into another zone.",
                            "Разместите один из узлов PostgreSQL в другой зоне.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql], zone: rack1}\n"
                            + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql], zone: rack2}")
                    .reads("nodes[*].roles", "nodes[*].zone")
                    .check((cluster, findings) -> only(cluster, NodeRole.POSTGRESQL)
                            .ifPresent(zone -> findings.report(
                                    "nodes",
                                    "all PostgreSQL nodes are in zone '" + zone + "'",
                                    "все узлы PostgreSQL находятся в зоне «" + zone + "»"))),
            ClusterRule.warning(122, "All etcd nodes are in one zone", "Все узлы etcd в одной зоне")
                    .because(
                            "When the zone is lost, no leader can be elected anywhere.",
                            "При потере зоны лидера нельзя выбрать нигде.")
                    .mend("Spread etcd over three zones.", "Распределите etcd по трём зонам.")
                    .example(SPREAD)
                    .reads("nodes[*].roles", "nodes[*].zone")
                    .check((cluster, findings) -> only(cluster, NodeRole.ETCD)
                            .ifPresent(zone -> findings.report(
                                    "nodes",
                                    "all etcd nodes are in zone '" + zone + "'",
                                    "все узлы etcd находятся в зоне «" + zone + "»"))),
            ClusterRule.warning(
                            123, "The loss of one zone takes etcd's quorum", "Потеря одной зоны лишает etcd кворума")
                    .because(
                            "Most of etcd's members are in that zone; those that are left are no majority, and "
                                    + "writing stops everywhere.",
                            "В этой зоне большинство членов etcd; оставшиеся не составляют кворума, и запись "
                                    + "останавливается везде.")
                    .mend(
                            "Spread etcd over three zones; the third may be a small machine elsewhere.",
                            "Распределите etcd по трём зонам; третьей может быть небольшая машина в другом месте.")
                    .example(SPREAD)
                    .reads("nodes[*].roles", "nodes[*].zone")
                    .checkDerived((facts, findings) -> {
                        Cluster cluster = facts.cluster();
                        if (cluster.nodesWith(NodeRole.ETCD).size() < 3
                                || only(cluster, NodeRole.ETCD).isPresent()) {
                            return;
                        }
                        Quorum quorum = facts.quorum();
                        for (String zone : quorum.fatalZones()) {
                            long lost = quorum.losses().stream()
                                    .filter(loss -> loss.zone() && loss.what().equals(zone))
                                    .mapToLong(Quorum.Loss::lost)
                                    .sum();
                            String sum = quorum.members() + " - " + lost + " = " + (quorum.members() - lost) + " < "
                                    + quorum.majority();
                            findings.report(
                                    "nodes",
                                    "zone '" + zone + "' has " + lost + " of " + quorum.members() + " etcd members: "
                                            + sum,
                                    "в зоне «" + zone + "» членов etcd " + lost + " из " + quorum.members() + ": "
                                            + sum);
                        }
                    }),
            ClusterRule.warning(124, "One machine carries nodes of several zones", "Узлы разных зон на одной машине")
                    .because(
                            "These zones fail together with the machine: they are one failure domain.",
                            "Вместе с машиной отказывают все эти зоны: это один домен отказа.")
                    .mend(
                            "Move a node to another machine, or correct zone or host.",
                            "Перенесите узел на другую машину или исправьте zone либо host.")
                    .example(HOSTS)
                    .reads("nodes[*].zone", "nodes[*].host")
                    .check((cluster, findings) -> byHost(cluster.nodes()).forEach((host, nodes) -> {
                        List<String> zones = nodes.stream()
                                .map(Node::zone)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList();
                        if (zones.size() > 1) {
                            String names = String.join(", ", zones);
                            findings.report(
                                    "nodes",
                                    "host '" + host + "' carries the zones " + names,
                                    "на хосте «" + host + "» зоны " + names);
                        }
                    })),
            ClusterRule.warning(
                            125,
                            "The loss of one machine stops the cluster",
                            "Потеря одной машины останавливает кластер")
                    .because(
                            "It carries every PostgreSQL node, a majority of etcd, or every HAProxy.",
                            "На ней все узлы PostgreSQL, большинство узлов etcd или все HAProxy.")
                    .mend("Spread the nodes over three machines.", "Распределите узлы по трём машинам.")
                    .example(MACHINES)
                    .reads("nodes[*].roles", "nodes[*].host")
                    .check((cluster, findings) -> {
                        List<Node> etcd = cluster.nodesWith(NodeRole.ETCD);
                        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
                        List<Node> balancers = cluster.nodesWith(NodeRole.HAPROXY);
                        byHost(cluster.nodes()).forEach((host, nodes) -> {
                            long voters = nodes.stream().filter(etcd::contains).count();
                            int majority = etcd.size() / 2 + 1;
                            if (etcd.size() > 2 && etcd.size() - voters < majority) {
                                findings.report(
                                        "nodes",
                                        "host '" + host + "' has " + voters + " of " + etcd.size() + " etcd members",
                                        "на хосте «" + host + "» членов etcd: " + voters + " из " + etcd.size());
                            }
                            if (members.size() > 1 && nodes.containsAll(members)) {
                                findings.report(
                                        "nodes",
                                        "host '" + host + "' has every PostgreSQL node",
                                        "на хосте «" + host + "» все узлы PostgreSQL");
                            } else if (balancers.size() > 1 && nodes.containsAll(balancers)) {
                                findings.report(
                                        "nodes",
                                        "host '" + host + "' has every HAProxy",
                                        "на хосте «" + host + "» все HAProxy");
                            }
                        });
                    }),
            ClusterRule.warning(126, "All HAProxy are in one zone", "Все HAProxy в одной зоне")
                    .because(
                            "When the zone is lost, the database goes on in another one, and nobody gets in.",
                            "При потере зоны база продолжит работу в другой, но войти в неё никто не сможет.")
                    .mend(
                            "Place a HAProxy into another zone with a PostgreSQL node.",
                            "Разместите один из HAProxy в другой зоне, где есть узел PostgreSQL.")
                    .example("nodes:\n  - {name: lb1, address: 10.0.0.31, roles: [haproxy], zone: rack1}\n"
                            + "  - {name: lb2, address: 10.0.0.32, roles: [haproxy], zone: rack2}")
                    .reads("nodes[*].roles", "nodes[*].zone")
                    .check((cluster, findings) -> only(cluster, NodeRole.HAPROXY)
                            .filter(zone -> cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                                    .map(Node::zone)
                                    .anyMatch(other -> other != null && !other.equals(zone)))
                            .ifPresent(zone -> findings.report(
                                    "nodes",
                                    "all HAProxy are in zone '" + zone + "'",
                                    "все HAProxy находятся в зоне «" + zone + "»"))));

    private ZoneRules() {}

    /** Nodes by the machine under them, where it is named. */
    private static Map<String, List<Node>> byHost(List<Node> nodes) {
        Map<String, List<Node>> hosts = new LinkedHashMap<>();
        for (Node node : nodes) {
            String host = node.host();
            if (host != null) {
                hosts.computeIfAbsent(host, name -> new ArrayList<>()).add(node);
            }
        }
        return hosts;
    }

    /** The zone of all nodes of the role, when there are several and they name the same one. */
    private static Optional<String> only(Cluster cluster, NodeRole role) {
        List<Node> nodes = cluster.nodesWith(role);
        List<String> zones =
                nodes.stream().map(Node::zone).filter(Objects::nonNull).toList();
        boolean same = nodes.size() > 1
                && zones.size() == nodes.size()
                && zones.stream().distinct().count() == 1;
        return same ? Optional.of(zones.get(0)) : Optional.empty();
    }
}
