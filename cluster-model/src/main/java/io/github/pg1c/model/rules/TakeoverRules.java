package io.github.pg1c.model.rules;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.StandbyOf;
import io.github.pg1c.model.value.NodeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rules of a database that is there already: on a member, which the cluster takes over, or at another site, whose copy
 * the cluster is. What only the server itself knows is asked on its host.
 */
final class TakeoverRules {

    private static final String NODE = "takeover.node";
    private static final String EXAMPLE =
            "nodes:\n  - {name: pg1, address: 10.0.0.11, roles: [postgresql]}\ntakeover: {node: pg1}";

    /** A second site; its certificate is one that nobody has the key of. */
    static final String SECOND_EXAMPLE = "standbyOf:\n  hosts: [10.1.0.11, 10.1.0.12]\n  slot: site_b\n"
            + "  caCertificate: |\n"
            + "    -----BEGIN CERTIFICATE-----\n"
            + "    MIIBiDCCAS+gAwIBAgIUHj8qEYy6FXnZdAVMvTvfgAVRmsUwCgYIKoZIzj0EAwIw\n"
            + "    ETEPMA0GA1UEAwwGc2l0ZSBhMCAXDTI2MTEzMDA2MzcxOVoYDzIxMjYxMTA2MDYz\n"
            + "    NzE5WjARMQ8wDQYDVQQDDAZzaXRlIGEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC\n"
            + "    AAQ/EGtscjFckpq6wJCcL1hH3zt+HoNQYCUXd2IppDedjtLvycV7QX68/lUnJUnz\n"
            + "    rkGYsrRiZR7cxj1e1+gsIXmjo2MwYTAdBgNVHQ4EFgQUOXoJX7EEGKZh3i9viYe5\n"
            + "    m81rwBIwHwYDVR0jBBgwFoAUOXoJX7EEGKZh3i9viYe5m81rwBIwDwYDVR0TAQH/\n"
            + "    BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAQYwCgYIKoZIzj0EAwIDRwAwRAIgCso1qO9j\n"
            + "    FOf5AUNco7KmcEGQ7Z0eIfOjJXF+jgOHAgcCIDkByX2BZQHwr9vS0wevSMvHyEKz\n"
            + "    IUm1ciirM9LP2Kv7\n"
            + "    -----END CERTIFICATE-----\n";

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.error(
                            901,
                            "The database to take over is on no member",
                            "База, которую нужно принять, не на члене кластера")
                    .because(
                            "The database becomes that of the first leader, where it is: nothing carries it to another "
                                    + "host.",
                            "База станет базой первого лидера там, где она есть: на другой узел её никто не перенесёт.")
                    .mend(
                            "Name a node with the role postgresql: the host on which the database runs today.",
                            "Укажите узел с ролью postgresql: хост, на котором база работает сегодня.")
                    .example(EXAMPLE)
                    .reads(NODE, "nodes[*].name", "nodes[*].roles")
                    .check((cluster, findings) -> {
                        NodeName name = cluster.takeover().node();
                        if (name != null && cluster.takenOver().isEmpty()) {
                            String members = cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                                    .map(node -> node.name().toString())
                                    .collect(Collectors.joining(", "));
                            findings.report(
                                    NODE,
                                    Text.of(
                                            "'" + name + "' is no node with the role postgresql",
                                            "«" + name + "» — не узел с ролью postgresql"),
                                    Text.of(
                                            "name the host on which the database runs today: " + members,
                                            "укажите хост, на котором база работает сегодня: " + members));
                        }
                    }),
            ClusterRule.error(
                            902,
                            "The member with the database may not lead",
                            "Член с принимаемой базой не может быть лидером")
                    .because(
                            "Only the first leader's data is taken over; with 'failover: false' Patroni gives that "
                                    + "member no lock, and no other one has the data.",
                            "Кластер принимает данные только первого лидера; с «failover: false» Patroni не даст этому "
                                    + "члену блокировку, а у остальных данных нет.")
                    .mend(
                            "Remove 'failover: false' from the node until another member leads.",
                            "Уберите у узла «failover: false» до тех пор, пока лидером не станет другой член.")
                    .example(EXAMPLE)
                    .reads(NODE, "nodes[*].name", "nodes[*].roles", "nodes[*].failover")
                    .check((cluster, findings) -> {
                        for (int i = 0; i < cluster.nodes().size(); i++) {
                            Node node = cluster.nodes().get(i);
                            if (cluster.takesOver(node) && node.has(NodeRole.POSTGRESQL) && !node.failover()) {
                                findings.report(
                                        KeyPaths.node(i) + ".failover",
                                        "the database of " + node.name()
                                                + " is taken over, and its 'failover' is false",
                                        "база узла " + node.name() + " принимается, а его «failover» равен false");
                            }
                        }
                    }),
            ClusterRule.warning(903, "WAL stays with the database", "WAL остаётся рядом с базой")
                    .because(
                            "Where the directory of WAL is was chosen when the database was made. The member whose "
                                    + "database is taken over keeps it there, on the disk of the databases, until "
                                    + "somebody moves it; the others have it in postgresql.walDirectory.",
                            "Место каталога WAL выбрано при создании базы. Член, чью базу принимает кластер, "
                                    + "оставит WAL "
                                    + "там, на диске баз, пока его не перенесут; у остальных он в "
                                    + "postgresql.walDirectory.")
                    .mend(
                            "Move it in the window of the takeover, by the commands of the runbook's chapter, or "
                                    + "remove "
                                    + "'walDirectory'.",
                            "Перенесите его в окне приёма базы командами из главы регламента или уберите "
                                    + "«walDirectory».")
                    .example(EXAMPLE)
                    .reads(NODE, "nodes[*].name", "nodes[*].roles", "postgresql.walDirectory")
                    .check((cluster, findings) -> wal(cluster, findings)));

    static final List<ClusterRule> SECOND_SITE = List.of(
            ClusterRule.error(
                            931,
                            "The primary site's cluster is not fully described",
                            "Кластер основной площадки описан не полностью")
                    .because(
                            "A copy needs somebody to follow, a slot that keeps WAL for it while it is away and "
                                    + "through which it finds the leader, and the authority by which it knows the "
                                    + "servers.",
                            "Копии нужно, за кем следовать; нужен слот, который хранит для неё WAL, пока её нет, и "
                                    + "через который она находит лидера; нужен удостоверяющий центр, по которому она "
                                    + "узнаёт серверы.")
                    .mend(
                            "Write hosts, slot and caCertificate, or none of them.",
                            "Укажите hosts, slot и caCertificate или ничего из них.")
                    .example(SECOND_EXAMPLE)
                    .reads("standbyOf.hosts", "standbyOf.slot", "standbyOf.caCertificate")
                    .check(TakeoverRules::whole),
            ClusterRule.error(
                            932,
                            "A server of the primary site is a node of this cluster",
                            "Сервер основной площадки — узел этого кластера")
                    .because("The cluster would follow itself.", "Кластер следовал бы сам за собой.")
                    .mend("Name the members of the other site's cluster.", "Укажите членов кластера другой площадки.")
                    .example(SECOND_EXAMPLE)
                    .readsEach("standbyOf.hosts", "nodes[*].name", "nodes[*].address")
                    .check(TakeoverRules::itself),
            ClusterRule.error(933, "A copy takes no database over", "Копия не принимает базу")
                    .because(
                            "Everything in it comes from the primary site; the data directory of another database has "
                                    + "no place there.",
                            "Всё в ней приходит с основной площадки; каталогу данных другой базы в ней места нет.")
                    .mend("Remove 'takeover', or 'standbyOf'.", "Уберите «takeover» или «standbyOf».")
                    .example(SECOND_EXAMPLE)
                    .reads(NODE, "standbyOf.hosts")
                    .check((cluster, findings) -> {
                        if (cluster.standbyOf().given() && cluster.takeover().node() != null) {
                            findings.report(
                                    NODE,
                                    "the databases of " + cluster.takeover().node()
                                            + " are to be taken over by a copy of another cluster",
                                    "базы узла " + cluster.takeover().node()
                                            + " должна принять копия другого кластера");
                        }
                    }),
            ClusterRule.error(934, "The primary site's port is out of range", "Порт основной площадки вне диапазона")
                    .because("A TCP port is a number from 1 to 65535.", "Порт TCP — число от 1 до 65535.")
                    .mend(
                            "Write the port of PostgreSQL there, as postgresql.port of that cluster.",
                            "Укажите порт PostgreSQL там: postgresql.port того кластера.")
                    .example(SECOND_EXAMPLE.replace("slot:", "port: 5433\n  slot:"))
                    .reads("standbyOf.port")
                    .check((cluster, findings) -> {
                        int port = cluster.standbyOf().port();
                        if (port < 1 || port > 65535) {
                            findings.report(
                                    "standbyOf.port", "'" + port + "' is not a port", "«" + port + "» — не порт");
                        }
                    }));

    private TakeoverRules() {}

    private static void whole(Cluster cluster, RuleFindings findings) {
        StandbyOf primary = cluster.standbyOf();
        Map<String, Boolean> given = new LinkedHashMap<>();
        given.put("hosts", cluster.standbyOf().given());
        given.put("slot", primary.slot() != null);
        given.put("caCertificate", primary.caCertificate() != null);
        if (given.containsValue(true)) {
            given.forEach((key, there) -> {
                if (!there) {
                    findings.report(
                            "standbyOf." + key,
                            "'" + key + "' of the primary site is missing",
                            "не указано «" + key + "» основной площадки");
                }
            });
        }
    }

    private static void itself(Cluster cluster, RuleFindings findings) {
        List<HostName> hosts = cluster.standbyOf().hosts();
        for (int i = 0; i < hosts.size(); i++) {
            String host = hosts.get(i).toString();
            String path = findings.element("standbyOf.hosts", i);
            NodeRules.each(cluster, (place, node) -> {
                boolean name = findings.known(place + ".name")
                        && node.name().toString().equals(host);
                boolean address = findings.known(place + ".address")
                        && node.address().toString().equals(host);
                if (findings.known("standbyOf.hosts") && (name || address)) {
                    findings.report(
                            path,
                            "'" + host + "' is the node " + findings.name(place, node.name()),
                            "«" + host + "» — узел " + findings.name(place, node.name()));
                }
            });
        }
    }

    private static void wal(Cluster cluster, RuleFindings findings) {
        String directory = cluster.postgresql().walDirectory();
        if (directory == null) {
            return;
        }
        cluster.takenOver()
                .ifPresent(node -> findings.report(
                        "postgresql.walDirectory",
                        "the WAL of " + node.name() + " is not moved to '" + directory + "' by the takeover",
                        "приём базы не переносит WAL узла " + node.name() + " в «" + directory + "»"));
    }
}
