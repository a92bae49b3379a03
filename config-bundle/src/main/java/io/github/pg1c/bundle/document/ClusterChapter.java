package io.github.pg1c.bundle.document;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Nodes, ports, versions, places. */
final class ClusterChapter {

    private ClusterChapter() {}

    static void write(Facts facts, Markdown page) {
        page.table(
                List.of(
                        Text.of("Node", "Узел"),
                        Text.of("Address", "Адрес"),
                        Text.of("Roles", "Роли"),
                        Text.of("Failure domain", "Домен отказа"),
                        Text.of("May lead", "Может быть лидером"),
                        Text.of("Services", "Службы")),
                facts.cluster().nodes().stream().map(node -> node(facts, node)).toList());
        page.section(Text.of("Ports", "Порты")).table(columns("Service", "Служба", "Port", "Порт"), ports(facts));
        page.section(Text.of("Versions", "Версии"))
                .paragraph(Text.of(
                        "The files are written for these versions. Another minor version may lack a setting.",
                        "Файлы написаны под эти версии: в другой версии какой-то настройки может не быть."))
                .table(columns("Component", "Компонент", "Version", "Версия"), versions(facts));
        page.section(Text.of("Where things are on a PostgreSQL node", "Где что лежит на узле PostgreSQL"))
                .table(columns("What", "Что", "Path", "Путь"), places(facts));
    }

    private static List<Text> columns(String leftEn, String leftRu, String rightEn, String rightRu) {
        return List.of(Text.of(leftEn, leftRu), Text.of(rightEn, rightRu));
    }

    private static List<String> node(Facts facts, Node node) {
        String zone = node.zone();
        String leads = !node.has(NodeRole.POSTGRESQL)
                ? "—"
                : node.failover() ? facts.say("yes", "да") : facts.say("no", "нет");
        return List.of(
                code(node.name()),
                code(node.address()),
                roles(node),
                zone == null ? "—" : plain(zone),
                leads,
                Commands.services(node, facts).stream().map(Markdown::code).collect(Collectors.joining(", ")));
    }

    static String roles(Node node) {
        return node.roles().stream()
                .map(role -> switch (role) {
                    case ETCD -> "etcd";
                    case POSTGRESQL -> "PostgreSQL";
                    case HAPROXY -> "HAProxy";
                })
                .collect(Collectors.joining(", "));
    }

    private static List<List<String>> ports(Facts facts) {
        Cluster cluster = facts.cluster();
        List<List<String>> rows = new ArrayList<>();
        if (facts.proxied()) {
            rows.add(port(
                    facts.say("HAProxy: read and write", "HAProxy: чтение и запись"),
                    cluster.access().writePort()));
            rows.add(port(
                    facts.say("HAProxy: read only", "HAProxy: только чтение"),
                    cluster.access().readPort()));
        }
        if (facts.statistics()) {
            rows.add(port(
                    facts.say("HAProxy: statistics", "HAProxy: статистика"),
                    cluster.haproxy().statisticsPort()));
        }
        if (facts.pooled()) {
            rows.add(port("PgBouncer", cluster.pgbouncer().port()));
        }
        rows.add(port("PostgreSQL", cluster.postgresql().port()));
        rows.add(port("Patroni REST API", cluster.patroni().port()));
        rows.add(
                port(facts.say("etcd: clients", "etcd: клиенты"), cluster.etcd().clientPort()));
        rows.add(port(
                facts.say("etcd: members", "etcd: обмен между членами"),
                cluster.etcd().peerPort()));
        return rows;
    }

    private static List<String> port(String service, int port) {
        return List.of(service, code(port));
    }

    private static List<List<String>> versions(Facts facts) {
        Cluster cluster = facts.cluster();
        Layout.Versions versions = facts.layout().versions();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                facts.say("Operating system", "Операционная система"),
                code(cluster.platform().os().id())));
        rows.add(List.of(
                "PostgreSQL (" + plain(cluster.postgresql().distribution().id()) + ")",
                code(cluster.postgresql().version())));
        rows.add(List.of("Patroni", code(versions.patroni())));
        rows.add(List.of("etcd", code(versions.etcd())));
        if (facts.pooled()) {
            rows.add(List.of("PgBouncer", code(versions.pgbouncer())));
        }
        if (facts.proxied()) {
            rows.add(List.of("HAProxy", code(versions.haproxy())));
        }
        return rows;
    }

    private static List<List<String>> places(Facts facts) {
        Layout layout = facts.layout();
        return List.of(
                List.of(facts.say("Data", "Данные"), code(layout.dataDirectory())),
                List.of(facts.say("Programs", "Программы"), code(layout.binDirectory())),
                List.of(facts.say("Server log", "Журнал сервера"), code(layout.logDirectory())),
                List.of(facts.say("Sockets", "Сокеты"), code(layout.socketDirectory())),
                List.of(
                        facts.say("Patroni's configuration", "Конфигурация Patroni"),
                        code(io.github.pg1c.bundle.part.NodePaths.PATRONI_CONFIG)),
                List.of(facts.say("User of the system", "Пользователь ОС"), code(layout.postgresUser())));
    }
}
