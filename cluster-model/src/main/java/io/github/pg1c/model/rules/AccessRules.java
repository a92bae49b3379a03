package io.github.pg1c.model.rules;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.AccessRule;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.derived.CertificateLogin;
import io.github.pg1c.model.derived.RoleAccess;
import io.github.pg1c.model.value.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Rules of the clients' entrance, and of further access to PostgreSQL. */
final class AccessRules {

    private static final String EXAMPLE = "roles:\n  - {name: zup}\n  - {name: reports}\n"
            + "databases:\n  - {name: zup, owner: zup}\n"
            + "access:\n  rules:\n    - {databases: [zup], roles: [reports], networks: [10.0.50.0/28]}";
    private static final String[] OPENED = {
        "roles",
        "databases",
        "networks",
        "nodes[*].roles",
        "nodes[*].address",
        "access.pooling",
        "tls.certificates",
        "access.rules"
    };

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
                    .reads("access.pooling", "databases[*].application")
                    .readsEach("databases[*].name")
                    .check((cluster, findings) -> {
                        String names = IntStream.range(0, cluster.databases().size())
                                .filter(i -> cluster.databases().get(i).application() == Database.Application.ONE_C)
                                .mapToObj(i -> findings.name(
                                        "databases[" + i + "]",
                                        cluster.databases().get(i).name()))
                                .collect(Collectors.joining(", "));
                        if (cluster.access().pooling() == Pooling.TRANSACTION && !names.isEmpty()) {
                            findings.report(
                                    "access.pooling",
                                    "'transaction' breaks the infobases " + names,
                                    "«transaction» ломает информационные базы " + names);
                        }
                    }),
            ClusterRule.error(604, "The role of an access rule is not described", "Роль правила доступа не описана")
                    .because(
                            "Only described roles exist and have a password; the superuser and the roles of replication"
                                    + " have lines of their own.",
                            "Существуют и имеют пароль только описанные роли; у суперпользователя и ролей репликации"
                                    + " есть собственные строки.")
                    .mend("Add the role to 'roles', or correct its name.", "Добавьте роль в «roles» или исправьте имя.")
                    .example(EXAMPLE)
                    .reads("roles[*].name")
                    .readsEach("access.rules[*].roles")
                    .check((cluster, findings) -> each(cluster, (path, rule) -> {
                        for (int i = 0; i < rule.roles().size(); i++) {
                            SqlName role = rule.roles().get(i);
                            if (described(cluster, role).isEmpty()) {
                                findings.report(
                                        findings.element(path + ".roles", i),
                                        "there is no role '" + role + "'",
                                        "роли «" + role + "» нет");
                            }
                        }
                    })),
            ClusterRule.error(605, "The database of an access rule is not described", "База правила доступа не описана")
                    .because(
                            "A line for a database that does not exist opens nothing, and one that somebody creates"
                                    + " later would be open unseen.",
                            "Строка для несуществующей базы ничего не открывает, а созданная позже база оказалась бы"
                                    + " открыта незаметно.")
                    .mend(
                            "Add the database to 'databases', or write all or replication.",
                            "Добавьте базу в «databases» либо укажите all или replication.")
                    .example(EXAMPLE)
                    .reads("databases[*].name")
                    .readsEach("access.rules[*].databases")
                    .check((cluster, findings) -> each(cluster, (path, rule) -> {
                        for (int i = 0; i < rule.databases().size(); i++) {
                            SqlName name = rule.databases().get(i);
                            if (!CertificateLogin.word(name.value())
                                    && cluster.databases().stream()
                                            .map(Database::name)
                                            .noneMatch(name::equals)) {
                                findings.report(
                                        findings.element(path + ".databases", i),
                                        "there is no database '" + name + "'",
                                        "базы «" + name + "» нет");
                            }
                        }
                    })),
            ClusterRule.error(606, "The rule opens replication to no role for it", "Репликация открыта не той роли")
                    .because(
                            "Without the attribute REPLICATION PostgreSQL refuses the connection although the line fits.",
                            "Без атрибута REPLICATION PostgreSQL откажет в подключении, хотя строка подходит.")
                    .mend("Write replication: true at the role.", "Укажите у роли replication: true.")
                    .example("roles:\n  - {name: backup, replication: true}\naccess:\n  rules:\n"
                            + "    - {databases: [replication], roles: [backup], networks: [10.0.50.5/32]}")
                    .reads("roles")
                    .readsEach("access.rules[*]")
                    .check((cluster, findings) -> each(cluster, (path, rule) -> {
                        boolean asked = rule.databases().stream()
                                .anyMatch(name -> name.value().equals(CertificateLogin.REPLICATION));
                        for (int i = 0; asked && i < rule.roles().size(); i++) {
                            SqlName role = rule.roles().get(i);
                            if (described(cluster, role).stream().anyMatch(found -> !found.replication())) {
                                findings.report(
                                        findings.element(path + ".roles", i),
                                        "'" + role + "' does not replicate",
                                        "роль «" + role + "» не для репликации");
                            }
                        }
                    })),
            ClusterRule.error(607, "cert for a role without a certificate", "cert для роли без сертификата")
                    .because(
                            "pg_ident.conf leads a certificate's common name to a role; without one nobody could log"
                                    + " in as this role.",
                            "pg_ident.conf сопоставляет общее имя сертификата с ролью; без сертификата войти под этой"
                                    + " ролью не смог бы никто.")
                    .mend(
                            "Add a certificate of purpose postgresql-client for the role to tls.certificates.",
                            "Добавьте в tls.certificates сертификат с назначением postgresql-client для этой роли.")
                    .example("roles:\n  - {name: zup}\ndatabases:\n  - {name: zup, owner: zup}\n"
                            + "tls:\n  certificates:\n    - {name: zup, purpose: postgresql-client, commonName: zup,"
                            + " networks: [10.0.40.5/32]}\naccess:\n  rules:\n"
                            + "    - {databases: [zup], roles: [zup], networks: [10.0.50.0/28], method: cert}")
                    .reads("tls.certificates")
                    .readsEach("access.rules[*]")
                    .check((cluster, findings) -> each(cluster, (path, rule) -> {
                        for (int i = 0;
                                rule.method() == AccessRule.Method.CERT
                                        && i < rule.roles().size();
                                i++) {
                            SqlName role = rule.roles().get(i);
                            if (findings.known(path + ".method")
                                    && CertificateLogin.of(cluster).stream()
                                            .noneMatch(login -> login.role().equals(role))) {
                                findings.report(
                                        findings.element(path + ".roles", i),
                                        "'" + role + "' has no certificate",
                                        "у роли «" + role + "» нет сертификата");
                            }
                        }
                    })),
            ClusterRule.error(608, "The access is open already", "Доступ уже открыт")
                    .because(
                            "PostgreSQL takes the first line that fits; this one would never be reached, whatever its"
                                    + " method says.",
                            "PostgreSQL берёт первую подходящую строку; до этой дело не дойдёт, какой бы способ входа в"
                                    + " ней ни стоял.")
                    .mend("Remove the network from the rule.", "Уберите сеть из правила.")
                    .example(EXAMPLE)
                    .reads(OPENED)
                    .check((cluster, findings) -> {
                        List<RoleAccess> open = new ArrayList<>(RoleAccess.of(cluster));
                        each(cluster, (path, rule) -> {
                            for (int i = 0; i < rule.networks().size(); i++) {
                                Cidr network = rule.networks().get(i);
                                if (!rule.roles().isEmpty()
                                        && !rule.databases().isEmpty()
                                        && rule.roles().stream()
                                                .allMatch(role -> rule.databases().stream()
                                                        .allMatch(database -> open.stream()
                                                                .anyMatch(access ->
                                                                        access.covers(role, database, network))))) {
                                    findings.report(
                                            findings.element(path + ".networks", i),
                                            network + " may connect already",
                                            "из " + network + " подключиться уже можно");
                                }
                            }
                            open.addAll(RoleAccess.of(rule));
                        });
                    }),
            ClusterRule.error(609, "The access rule opens nothing", "Правило доступа ничего не открывает")
                    .because(
                            "Without databases, roles or networks it has no line in pg_hba.conf.",
                            "Без баз, ролей или сетей у него нет строки в pg_hba.conf.")
                    .mend(
                            "Name at least one of each, or remove the rule.",
                            "Укажите хотя бы по одному или уберите правило.")
                    .example(EXAMPLE)
                    .readsEach("access.rules[*]")
                    .check((cluster, findings) -> each(cluster, (path, rule) -> {
                        if (findings.known(path)
                                && Stream.of(rule.databases(), rule.roles(), rule.networks())
                                        .anyMatch(List::isEmpty)) {
                            findings.report(
                                    path,
                                    "databases, roles or networks are empty",
                                    "databases, roles или networks пусты");
                        }
                    })));

    private AccessRules() {}

    private interface Check {
        void rule(String path, AccessRule rule);
    }

    private static void each(Cluster cluster, Check check) {
        for (int i = 0; i < cluster.access().rules().size(); i++) {
            check.rule("access.rules[" + i + "]", cluster.access().rules().get(i));
        }
    }

    private static List<DatabaseRole> described(Cluster cluster, SqlName name) {
        return cluster.roles().stream().filter(role -> role.name().equals(name)).toList();
    }
}
