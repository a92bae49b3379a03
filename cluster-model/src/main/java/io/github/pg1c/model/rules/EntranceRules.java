package io.github.pg1c.model.rules;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.VirtualAddress;
import io.github.pg1c.model.value.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rules of the address over several HAProxy. */
final class EntranceRules {

    private static final String ADDRESSES = "access.addresses";
    private static final String EXAMPLE = "access: {addresses: [10.0.0.40]}";

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** The unit of adverts in packets. */
    private static final long CENTISECOND = 10;

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(610, "The virtual address is taken", "Виртуальный адрес занят")
                    .because("Two hosts would answer for one address.", "На один адрес отвечали бы два хоста.")
                    .mend(
                            "Choose a free address of the network of the HAProxy nodes.",
                            "Выберите свободный адрес из сети узлов HAProxy.")
                    .example(EXAMPLE)
                    .readsEach(ADDRESSES, "nodes[*].address", "nodes[*].name")
                    .check((cluster, findings) -> each(cluster, findings, (path, index, address) -> {
                        if (cluster.access().addresses().indexOf(address) < index) {
                            findings.report(path, "'" + address + "' stands twice", "«" + address + "» указан дважды");
                        }
                        NodeRules.each(cluster, (of, node) -> {
                            if (node.address().equals(address) && findings.known(of + ".address")) {
                                String name = findings.name(of, node.name());
                                findings.report(
                                        path,
                                        "'" + address + "' is the address of node " + name,
                                        "«" + address + "» — адрес узла " + name);
                            }
                        });
                    })),
            ClusterRule.error(611, "A virtual address without two HAProxy", "Виртуальный адрес без двух HAProxy")
                    .because(
                            "keepalived moves the address from one HAProxy node to another.",
                            "keepalived переносит адрес с одного узла HAProxy на другой.")
                    .mend(
                            "Give two nodes the role haproxy, or remove access.addresses.",
                            "Дайте роль haproxy двум узлам или уберите access.addresses.")
                    .example("nodes:\n  - {name: n1, address: 10.0.0.31, roles: [haproxy]}\n"
                            + "  - {name: n2, address: 10.0.0.32, roles: [haproxy]}\n" + EXAMPLE)
                    .reads(ADDRESSES, "nodes[*].roles")
                    .check((cluster, findings) -> {
                        int balancers = cluster.nodesWith(NodeRole.HAPROXY).size();
                        if (VirtualAddress.in(cluster) && balancers < 2) {
                            findings.report(
                                    ADDRESSES,
                                    "nodes with the role haproxy: " + balancers,
                                    "узлов с ролью haproxy: " + balancers);
                        }
                    }),
            ClusterRule.error(
                            612,
                            "HAProxy nodes cannot hold the virtual address",
                            "Узлам HAProxy такой виртуальный адрес не подходит")
                    .because(
                            "The address belongs to the network of the HAProxy nodes: IPv4 beside IPv4, IPv6 beside IPv6,"
                                    + " one host's and not a group's.",
                            "Адрес — из сети узлов HAProxy: IPv4 рядом с IPv4, IPv6 рядом с IPv6, адрес одного хоста,"
                                    + " а не группы.")
                    .mend("Choose a free address of that network.", "Выберите свободный адрес из этой сети.")
                    .example(EXAMPLE)
                    .readsEach(ADDRESSES, "nodes[*].address", "nodes[*].roles")
                    .check((cluster, findings) -> each(
                            cluster,
                            findings,
                            (path, index, address) -> misfit(cluster, findings, address)
                                    .ifPresent(why -> findings.report(path, why.en(), why.ru())))),
            ClusterRule.error(
                            613,
                            "The virtual router's number is out of range",
                            "Номер виртуального маршрутизатора вне диапазона")
                    .because(
                            "VRRP numbers the addresses of a network from 1 to 255.",
                            "VRRP нумерует адреса одной сети от 1 до 255.")
                    .mend(
                            "Write a number that no other address of this network has, or leave the key out: it is the"
                                    + " last byte of the address then.",
                            "Укажите номер, которого нет у других адресов этой сети, или не указывайте ключ: тогда это"
                                    + " последний байт адреса.")
                    .example("keepalived: {virtualRouterId: 40}")
                    .reads("keepalived.virtualRouterId", ADDRESSES)
                    .check((cluster, findings) -> {
                        Integer first = cluster.keepalived().virtualRouterId();
                        if (first == null) {
                            return;
                        }
                        int last =
                                first + Math.max(0, cluster.access().addresses().size() - 1);
                        if (first < 1 || last > VirtualAddress.LAST_ROUTER) {
                            String numbers = last == first ? "" + first : first + "–" + last;
                            findings.report(
                                    "keepalived.virtualRouterId",
                                    numbers + " is not within 1 to 255",
                                    numbers + " не входит в диапазон от 1 до 255");
                        }
                    }),
            ClusterRule.error(614, "The interval of adverts is out of range", "Интервал объявлений вне диапазона")
                    .because(
                            "Shorter than " + Durations.print(SHORTEST)
                                    + " a busy host loses its address without reason; longer than "
                                    + Durations.print(LONGEST)
                                    + " the entrance is away for half a minute. Packets count hundredths of a second.",
                            "При интервале короче " + Durations.print(SHORTEST)
                                    + " занятый хост теряет адрес без причины, при более длинном, чем "
                                    + Durations.print(LONGEST)
                                    + ", входа нет полминуты. В пакетах интервал — в сотых долях секунды.")
                    .mend("Write 500ms, or leave the key out.", "Укажите 500ms или не указывайте ключ.")
                    .example("keepalived: {advertInterval: 1s}")
                    .reads("keepalived.advertInterval")
                    .check((cluster, findings) -> {
                        Duration interval = cluster.keepalived().advertInterval();
                        if (interval.compareTo(SHORTEST) < 0
                                || interval.compareTo(LONGEST) > 0
                                || interval.toMillis() % CENTISECOND != 0) {
                            String value = Durations.print(interval);
                            findings.report(
                                    "keepalived.advertInterval",
                                    value + " is no multiple of 10 ms from 100 ms to 10 s",
                                    value + " не кратно 10 мс или вне пределов от 100 мс до 10 с");
                        }
                    }),
            ClusterRule.warning(615, "No address over several HAProxy", "Нет одного адреса над несколькими HAProxy")
                    .because(
                            "1C takes one host: while that HAProxy's host is down, its infobases are away, although another"
                                    + " HAProxy works.",
                            "1С принимает один адрес: пока узел этого HAProxy недоступен, базы недоступны, хотя другой"
                                    + " HAProxy работает.")
                    .mend(
                            "Give keepalived a free address of their network: access.addresses. Where another program or a"
                                    + " name stands over them, write it into access.host.",
                            "Дайте keepalived свободный адрес из их сети: access.addresses. Если над ними стоит другая"
                                    + " программа или имя, укажите его в access.host.")
                    .example(EXAMPLE)
                    .reads("nodes[*].roles", "access.host", ADDRESSES)
                    .readsEach("nodes[*].address")
                    .check((cluster, findings) -> {
                        int balancers = cluster.nodesWith(NodeRole.HAPROXY).size();
                        if (balancers > 1
                                && !VirtualAddress.in(cluster)
                                && oneOf(cluster, findings, cluster.access().host())) {
                            findings.report(
                                    "nodes",
                                    "nodes with HAProxy: " + balancers + ", one address over them: none",
                                    "узлов с HAProxy: " + balancers + ", общего адреса нет");
                        }
                    }));

    private EntranceRules() {}

    /** Whether clients connect to one of the balancers: nothing is named over them, or only one's own address. */
    private static boolean oneOf(Cluster cluster, RuleFindings findings, @Nullable HostName host) {
        if (host == null) {
            return true;
        }
        List<Node> nodes = cluster.nodes();
        return IntStream.range(0, nodes.size())
                .filter(i -> nodes.get(i).has(NodeRole.HAPROXY) && findings.known("nodes[" + i + "].address"))
                .anyMatch(i -> Optional.of(nodes.get(i).address()).equals(host.address()));
    }

    private interface Check {
        void address(String path, int index, IpAddress address);
    }

    private static void each(Cluster cluster, RuleFindings findings, Check check) {
        List<IpAddress> addresses = cluster.access().addresses();
        for (int i = 0; i < addresses.size(); i++) {
            check.address(findings.element(ADDRESSES, i), i, addresses.get(i));
        }
    }

    private static Optional<Text> misfit(Cluster cluster, RuleFindings findings, IpAddress address) {
        if (address.unspecified() || address.loopback() || !address.unicast()) {
            return Optional.of(Text.of(
                    "'" + address + "' is not the address of one host", "«" + address + "» — не адрес одного хоста"));
        }
        for (int i = 0; i < cluster.nodes().size(); i++) {
            Node node = cluster.nodes().get(i);
            if (node.has(NodeRole.HAPROXY)
                    && node.address().v6() != address.v6()
                    && findings.known("nodes[" + i + "].address", "nodes[" + i + "].roles")) {
                return Optional.of(Text.of(
                        "'" + address + "' is not of the kind of " + node.address(),
                        "«" + address + "» — не того же вида, что " + node.address()));
            }
        }
        return Optional.empty();
    }
}
