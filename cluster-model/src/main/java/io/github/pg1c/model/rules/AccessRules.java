package io.github.pg1c.model.rules;

import io.github.pg1c.model.Database;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Pooling;
import java.util.List;
import java.util.stream.Collectors;

/** Rules of the clients' entrance. */
final class AccessRules {

    static final List<ClusterRule> ROWS = List.of(
            ClusterRule.warning(601, "No entrance follows the leader", "Нет точки входа, следующей за лидером")
                    .because(
                            "1C names one server; after a failover somebody has to write another name into each "
                                    + "infobase, and rto does not hold.",
                            "В 1С указан один сервер; после смены лидера имя придётся менять в каждой базе "
                                    + "вручную, и rto не выдержать.")
                    .mend(
                            "Give two nodes the role haproxy, or name what follows the leader in access.host.",
                            "Дайте роль haproxy двум узлам или укажите в access.host то, что следует за лидером.")
                    .example("access: {host: zup-db.corp.example}")
                    .reads("nodes[*].roles", "access.host")
                    .check((cluster, findings) -> {
                        if (cluster.nodesWith(NodeRole.HAPROXY).isEmpty()
                                && cluster.access().host() == null
                                && cluster.nodesWith(NodeRole.POSTGRESQL).size() > 1) {
                            findings.report(
                                    "nodes",
                                    "there is no haproxy node and no access.host",
                                    "нет ни узла haproxy, ни access.host");
                        }
                    }),
            ClusterRule.warning(
                            602,
                            "The only HAProxy is a single point of failure",
                            "Единственный HAProxy — единая точка отказа")
                    .because(
                            "When its host is lost, clients cannot reach a cluster that is well.",
                            "При потере его узла клиенты не попадут в исправный кластер.")
                    .mend(
                            "Give a second node the role haproxy, or name a VIP in access.host.",
                            "Дайте роль haproxy второму узлу или укажите VIP в access.host.")
                    .example("nodes:\n  - {name: n1, address: 10.0.0.31, roles: [haproxy]}\n"
                            + "  - {name: n2, address: 10.0.0.32, roles: [haproxy]}")
                    .reads("nodes[*].roles", "access.host")
                    .check((cluster, findings) -> {
                        if (cluster.nodesWith(NodeRole.HAPROXY).size() == 1
                                && cluster.access().host() == null) {
                            findings.report(
                                    "nodes",
                                    "HAProxy runs on one node, and there is no access.host",
                                    "HAProxy только на одном узле, и нет access.host");
                        }
                    }),
            ClusterRule.error(603, "Transaction pooling with a 1C database", "Пул транзакций с базой 1С")
                    .because(
                            "1C sets parameters and makes temporary tables for a session; with a pool of "
                                    + "transactions they land in other sessions.",
                            "1С задаёт параметры и временные таблицы на сеанс; при пуле транзакций они попадают "
                                    + "в чужие сеансы.")
                    .mend("Write pooling: session, or off.", "Укажите pooling: session или off.")
                    .example("access: {pooling: session}")
                    .reads("access.pooling", "databases[*].application", "databases[*].name")
                    .check((cluster, findings) -> {
                        if (cluster.access().pooling() == Pooling.TRANSACTION && PostgresqlRules.serves1c(cluster)) {
                            String names = cluster.databases().stream()
                                    .filter(database -> database.application() == Database.Application.ONE_C)
                                    .map(database -> database.name().toString())
                                    .collect(Collectors.joining(", "));
                            findings.report(
                                    "access.pooling",
                                    "'transaction' breaks the infobases " + names,
                                    "«transaction» ломает информационные базы " + names);
                        }
                    }));

    private AccessRules() {}
}
