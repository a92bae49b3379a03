package io.github.pg1c.model.rules;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.derived.ServicePort;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of ports and networks. */
final class NetworkRules {

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(501, "The port is out of range", "Порт вне диапазона")
                    .because("A TCP port is a number from 1 to 65535.", "Порт TCP — число от 1 до 65535.")
                    .mend(
                            "Write a number from 1024 to 65535; lower ones need root.",
                            "Укажите число от 1024 до 65535; для меньших нужен root.")
                    .example("postgresql: {distribution: postgrespro-1c, version: 17, port: 5432}")
                    .readsEach(ServicePort.keys())
                    .check((cluster, findings) -> {
                        for (ServicePort service : ServicePort.values()) {
                            int port = service.of(cluster);
                            if (findings.known(service.key()) && (port < 1 || port > 65535)) {
                                findings.report(
                                        service.key(), "'" + port + "' is not a port", "«" + port + "» — не порт");
                            }
                        }
                    }),
            ClusterRule.error(502, "Two services of a node have the same port", "Две службы узла на одном порту")
                    .because(
                            "The second does not start. Services of different nodes may share a port number.",
                            "Вторая не запустится. Службам разных узлов номера портов делить можно.")
                    .mend(
                            "Give one of them another port, or move its role to another node.",
                            "Измените порт одной из них или перенесите роль на другой узел.")
                    .example("access: {writePort: 5000, readPort: 5001}")
                    .reads("access.pooling")
                    .readsEach(Stream.concat(ServicePort.keys().stream(), Stream.of("nodes[*].roles", "nodes[*].name"))
                            .toList())
                    .check(NetworkRules::collisions),
            ClusterRule.error(503, "The network is the whole world", "Сеть — весь мир")
                    .because(
                            "0.0.0.0/0 and ::/0 let every host try passwords; the networks of the 1C servers are "
                                    + "known.",
                            "0.0.0.0/0 и ::/0 позволяют подбирать пароли с любого хоста, а сети серверов 1С известны.")
                    .mend(
                            "Name the networks that really connect, for example 10.0.10.0/24.",
                            "Укажите настоящие сети, например 10.0.10.0/24.")
                    .example("networks: {clients: [10.0.10.0/24]}")
                    .readsEach("networks", "access.rules[*].networks")
                    .check((cluster, findings) -> {
                        everything("networks.clients", cluster.networks().clients(), findings);
                        everything("networks.administrators", cluster.networks().administrators(), findings);
                        everything("networks.monitoring", cluster.networks().monitoring(), findings);
                        everything("networks.secondSite", cluster.networks().secondSite(), findings);
                        for (int i = 0; i < cluster.access().rules().size(); i++) {
                            everything(
                                    "access.rules[" + i + "].networks",
                                    cluster.access().rules().get(i).networks(),
                                    findings);
                        }
                    }),
            ClusterRule.error(504, "No network of clients", "Нет ни одной сети клиентов")
                    .because("Nobody could connect.", "Подключиться не смог бы никто.")
                    .mend("Name the networks of the 1C servers.", "Укажите сети серверов 1С.")
                    .example("networks: {clients: [10.0.10.0/24]}")
                    .reads("networks.clients")
                    .check((cluster, findings) -> {
                        if (cluster.networks().clients().isEmpty()) {
                            findings.report(
                                    "networks.clients", "no network may connect", "доступ не разрешён ни одной сети");
                        }
                    }),
            ClusterRule.warning(505, "No network of administrators", "Нет сети администраторов")
                    .because(
                            "The superuser connects from the cluster's own nodes only, and HAProxy's statistics "
                                    + "page is off.",
                            "Суперпользователь сможет подключаться только с узлов кластера, а страница "
                                    + "статистики HAProxy выключена.")
                    .mend(
                            "Name the administrators' network, or leave it so on purpose.",
                            "Укажите сеть администраторов или оставьте так намеренно.")
                    .example("networks: {clients: [10.0.10.0/24], administrators: [10.0.20.0/28]}")
                    .reads("networks.administrators")
                    .check((cluster, findings) -> {
                        if (cluster.networks().administrators().isEmpty()) {
                            findings.report("networks", "administrators have no network", "у администраторов нет сети");
                        }
                    }),
            ClusterRule.warning(506, "A monitoring role has no network", "У роли мониторинга нет сети")
                    .because(
                            "It can connect from the administrators' networks at most.",
                            "Она сможет подключиться разве что из сетей администраторов.")
                    .mend("Name networks.monitoring.", "Укажите networks.monitoring.")
                    .example("networks: {clients: [10.0.10.0/24], monitoring: [10.0.30.5/32]}")
                    .reads("networks.monitoring", "roles[*].monitoring")
                    .check((cluster, findings) -> {
                        if (cluster.networks().monitoring().isEmpty()
                                && cluster.roles().stream().anyMatch(DatabaseRole::monitoring)) {
                            findings.report(
                                    "networks",
                                    "there is a monitoring role, but no network of monitoring",
                                    "роль мониторинга есть, а сети мониторинга нет");
                        }
                    }));

    private NetworkRules() {}

    private static void collisions(Cluster cluster, RuleFindings findings) {
        Set<String> pairs = new HashSet<>();
        NodeRules.each(cluster, (path, node) -> {
            Map<Integer, String> taken = new HashMap<>();
            for (ServicePort service : ServicePort.values()) {
                int port = service.of(cluster);
                boolean there = service.on(cluster, node) && findings.known(service.key());
                String other = there ? taken.putIfAbsent(port, service.key()) : null;
                if (other != null && pairs.add(other + service.key())) {
                    String name = findings.name(path, node.name());
                    findings.report(
                            service.key(),
                            port + " is also " + other + " on node " + name,
                            "порт " + port + " на узле " + name + " занимает и " + other);
                }
            }
        });
    }

    private static void everything(String path, List<Cidr> networks, RuleFindings findings) {
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).everything()) {
                findings.report(
                        findings.element(path, i),
                        "'" + networks.get(i) + "' is every address",
                        "«" + networks.get(i) + "» — это любой адрес");
            }
        }
    }
}
