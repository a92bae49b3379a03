package io.github.pg1c.model.rules;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.IntPredicate;

/** Rules of the nodes: how many of each role, names and addresses. */
final class NodeRules {

    /** The largest number of PostgreSQL nodes that parameters are calculated for. */
    static final int MOST_MEMBERS = 100;

    private static final String THREE = "nodes:\n  - {name: etcd1, address: 10.0.0.21, roles: [etcd]}\n"
            + "  - {name: etcd2, address: 10.0.0.22, roles: [etcd]}\n"
            + "  - {name: etcd3, address: 10.0.0.23, roles: [etcd]}";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(101, "No etcd node", "Нет узла etcd")
                    .because(
                            "Patroni keeps the leader's lock in etcd; without it no PostgreSQL becomes leader.",
                            "Patroni хранит блокировку лидера в etcd; без него ни один PostgreSQL не станет лидером.")
                    .mend(
                            "Give three nodes the role etcd, or name the etcd that others operate in etcd.external.",
                            "Дайте роль etcd трём узлам или укажите в etcd.external тот, который ведут другие.")
                    .example(THREE)
                    .reads("nodes[*].roles", "etcd.external")
                    .check((cluster, findings) -> {
                        if (!cluster.etcd().external().used()
                                && cluster.nodesWith(NodeRole.ETCD).isEmpty()) {
                            findings.report("nodes", "no node has the role etcd", "ни у одного узла нет роли etcd");
                        }
                    }),
            ClusterRule.warning(102, "Only one etcd node", "Только один узел etcd")
                    .because(
                            "The loss of this one host stops writing in the whole cluster: majority = 1 / 2 + 1 "
                                    + "= 1, it survives nothing.",
                            "Потеря одного этого узла останавливает запись во всём кластере: большинство = 1 / 2 "
                                    + "+ 1 = 1, запаса нет.")
                    .mend(
                            "Give three nodes the role etcd; one is for tests only.",
                            "Дайте роль etcd трём узлам; один годится только для стенда.")
                    .example(THREE)
                    .reads("nodes[*].roles")
                    .check(etcd(
                            n -> n == 1,
                            "etcd has one member and survives nothing",
                            "у etcd один член, отказа он не переживёт")),
            ClusterRule.error(103, "Two etcd nodes", "Два узла etcd")
                    .because(
                            "Two survive nothing, as one does (majority = 2 / 2 + 1 = 2), and fail twice as often.",
                            "Два не переживают ничего, как и один (большинство = 2 / 2 + 1 = 2), а отказывают "
                                    + "вдвое чаще.")
                    .mend(
                            "Give a third node the role etcd; a small virtual machine will do.",
                            "Дайте роль etcd третьему узлу; хватит небольшой виртуальной машины.")
                    .example(THREE)
                    .reads("nodes[*].roles")
                    .check(etcd(
                            n -> n == 2,
                            "two etcd members survive no failure",
                            "два члена etcd не переживут ни одного отказа")),
            ClusterRule.warning(104, "An even number of etcd nodes", "Чётное число узлов etcd")
                    .because(
                            "Four survive as much as three, six as much as five; the further member only adds a "
                                    + "failure.",
                            "Четыре переживают столько же, сколько три, шесть — сколько пять; лишний член только "
                                    + "добавляет отказов.")
                    .mend("Use three, five or seven.", "Оставьте три, пять или семь.")
                    .example(THREE)
                    .reads("nodes[*].roles")
                    .check((cluster, findings) -> {
                        int n = cluster.nodesWith(NodeRole.ETCD).size();
                        if (n >= 4 && n % 2 == 0) {
                            findings.report(
                                    "nodes",
                                    n + " etcd members survive no more than " + (n - 1),
                                    "число членов etcd — " + n + ", а переживут они столько же отказов, сколько "
                                            + (n - 1));
                        }
                    }),
            ClusterRule.warning(105, "More than seven etcd nodes", "Больше семи узлов etcd")
                    .because(
                            "Each write waits for a majority; etcd advises seven at most.",
                            "Каждая запись ждёт большинства; etcd рекомендует не больше семи.")
                    .mend("Use five or seven.", "Оставьте пять или семь.")
                    .readsEach("nodes[*].roles")
                    .example(THREE)
                    .check((cluster, findings) -> {
                        int n = cluster.nodesWith(NodeRole.ETCD).size();
                        if (n > 7) {
                            findings.report("nodes", n + " etcd members are slow", "членов etcd слишком много: " + n);
                        }
                    }),
            ClusterRule.error(106, "No PostgreSQL node", "Нет узла PostgreSQL")
                    .because("There would be no database.", "Базы данных не будет.")
                    .mend("Give two or more nodes the role postgresql.", "Дайте роль postgresql двум или более узлам.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}\n"
                            + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql]}")
                    .reads("nodes[*].roles")
                    .check((cluster, findings) -> {
                        if (cluster.nodesWith(NodeRole.POSTGRESQL).isEmpty()) {
                            findings.report(
                                    "nodes", "no node has the role postgresql", "ни у одного узла нет роли postgresql");
                        }
                    }),
            ClusterRule.error(107, "No node may become leader", "Ни один узел не может стать лидером")
                    .because(
                            "Patroni's tag nofailover is on every member: nobody takes the lock.",
                            "У каждого члена стоит тег nofailover: блокировку не возьмёт никто.")
                    .mend(
                            "Remove 'failover: false' from at least two nodes.",
                            "Уберите «failover: false» хотя бы у двух узлов.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql], failover: true}")
                    .reads("nodes[*].roles", "nodes[*].failover")
                    .check((cluster, findings) -> {
                        List<Node> members = cluster.nodesWith(NodeRole.POSTGRESQL);
                        if (!members.isEmpty() && members.stream().noneMatch(Node::failover)) {
                            findings.report(
                                    "nodes",
                                    "'failover: false' is on every PostgreSQL node",
                                    "«failover: false» стоит на всех узлах PostgreSQL");
                        }
                    }),
            ClusterRule.error(108, "Two nodes have the same name", "Одинаковые имена узлов")
                    .because(
                            "The name is the key of a member in Patroni and etcd; the second would push the first out.",
                            "Имя — ключ члена в Patroni и etcd; второй вытеснил бы первого.")
                    .mend("Give each node its own name.", "Дайте каждому узлу своё имя.")
                    .example(THREE)
                    .readsEach("nodes[*].name")
                    .check(unique("name", node -> node.name().toString())),
            ClusterRule.error(109, "Two nodes have the same address", "Одинаковые адреса узлов")
                    .because(
                            "One of them would never be reached. Several roles of one host belong to one node.",
                            "Один из них был бы недоступен. Несколько ролей одного хоста указываются у одного узла.")
                    .mend(
                            "Correct the address, or join the nodes: roles: [postgresql, etcd].",
                            "Исправьте адрес или объедините узлы: roles: [postgresql, etcd].")
                    .example("nodes:\n  - {name: n1, address: 10.0.0.11, roles: [postgresql, etcd]}")
                    .readsEach("nodes[*].address")
                    .check(unique("address", node -> node.address().toString())),
            ClusterRule.error(110, "The address is not that of a host", "Адрес не принадлежит хосту")
                    .because(
                            "Other nodes cannot reach 0.0.0.0, 127.0.0.1, a multicast or a link-local address.",
                            "По 0.0.0.0, 127.0.0.1, групповому или локальному для канала адресу остальные узлы "
                                    + "не подключатся.")
                    .mend(
                            "Write the address that the other nodes use.",
                            "Укажите адрес, по которому узел доступен остальным.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}")
                    .readsEach("nodes[*].address")
                    .check((cluster, findings) -> each(cluster, (path, node) -> {
                        IpAddress address = node.address();
                        boolean host = !address.unspecified() && !address.loopback() && address.unicast();
                        if (!host && findings.known(path + ".address")) {
                            findings.report(
                                    path + ".address",
                                    "'" + address + "' is not reachable from other nodes",
                                    "адрес «" + address + "» недоступен с других узлов");
                        }
                    })),
            ClusterRule.error(111, "A node has no role", "У узла нет роли")
                    .because("Nothing would be installed there.", "На нём нечего было бы установить.")
                    .mend(
                            "Write roles: [postgresql], [etcd] or [haproxy], or remove the node.",
                            "Укажите roles: [postgresql], [etcd] или [haproxy] либо уберите узел.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}")
                    .readsEach("nodes[*].roles", "nodes[*].name")
                    .check((cluster, findings) -> each(cluster, (path, node) -> {
                        if (node.roles().isEmpty() && findings.known(path + ".roles")) {
                            String name = findings.name(path, node.name());
                            findings.report(
                                    path + ".roles", "node " + name + " has no role", "у узла " + name + " нет роли");
                        }
                    })),
            ClusterRule.warning(112, "Only one PostgreSQL node", "Только один узел PostgreSQL")
                    .because(
                            "There is nobody to take over when its host is lost.",
                            "При потере узла заменить его некому.")
                    .mend("Add a second node with the role postgresql.", "Добавьте второй узел с ролью postgresql.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}\n"
                            + "  - {name: pg2, address: 10.0.0.12, roles: [postgresql]}")
                    .reads("nodes[*].roles", "objectives.rpo")
                    .check((cluster, findings) -> {
                        if (cluster.nodesWith(NodeRole.POSTGRESQL).size() == 1
                                && !cluster.objectives().synchronous()) {
                            findings.report(
                                    "nodes",
                                    "PostgreSQL runs on one node only",
                                    "PostgreSQL работает только на одном узле");
                        }
                    }),
            ClusterRule.warning(113, "The names of cluster and node are long", "Длинные имена кластера и узла")
                    .because(
                            "Monitoring and DNS join them to one label, which has 63 characters at most.",
                            "Мониторинг и DNS соединяют их в одну метку, а в ней не больше 63 знаков.")
                    .mend("Shorten one of the names.", "Сократите одно из имён.")
                    .example("name: zup\nnodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}")
                    .reads("name")
                    .readsEach("nodes[*].name")
                    .check((cluster, findings) -> each(cluster, (path, node) -> {
                        String joined = cluster.name() + "-" + node.name();
                        if (joined.length() > 63 && findings.known(path + ".name")) {
                            findings.report(
                                    path + ".name",
                                    "'" + joined + "' has " + joined.length() + " characters",
                                    "в «" + joined + "» знаков: " + joined.length());
                        }
                    })),
            ClusterRule.error(114, "More than a hundred PostgreSQL nodes", "Больше ста узлов PostgreSQL")
                    .because(
                            "Each standby takes a sender and a slot on the leader; nothing is calculated for more of them.",
                            "Каждая реплика занимает на лидере процесс отправки и слот; на большее число расчёта нет.")
                    .mend("Take the role postgresql from some nodes.", "Уберите роль postgresql у части узлов.")
                    .example("nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}")
                    .readsEach("nodes[*].roles")
                    .check((cluster, findings) -> {
                        int members = cluster.nodesWith(NodeRole.POSTGRESQL).size();
                        if (members > MOST_MEMBERS) {
                            findings.report(
                                    "nodes",
                                    "PostgreSQL nodes: " + members + ", at most " + MOST_MEMBERS,
                                    "узлов PostgreSQL: " + members + ", допустимо не более " + MOST_MEMBERS);
                        }
                    }));

    private NodeRules() {}

    static void each(Cluster cluster, BiConsumer<String, Node> visitor) {
        for (int i = 0; i < cluster.nodes().size(); i++) {
            visitor.accept(KeyPaths.node(i), cluster.nodes().get(i));
        }
    }

    private static BiConsumer<Cluster, RuleFindings> etcd(IntPredicate wrong, String en, String ru) {
        return (cluster, findings) -> {
            if (wrong.test(cluster.nodesWith(NodeRole.ETCD).size())) {
                findings.report("nodes", en, ru);
            }
        };
    }

    private static BiConsumer<Cluster, RuleFindings> unique(String key, Function<Node, String> value) {
        return (cluster, findings) -> {
            Map<String, String> first = new HashMap<>();
            each(cluster, (path, node) -> {
                boolean known = findings.known(path + "." + key);
                String earlier = known ? first.putIfAbsent(value.apply(node), path) : null;
                if (earlier != null) {
                    findings.report(
                            path + "." + key,
                            "'" + value.apply(node) + "' is already the " + key + " of " + earlier,
                            "«" + value.apply(node) + "» уже указано у " + earlier);
                }
            });
        };
    }
}
