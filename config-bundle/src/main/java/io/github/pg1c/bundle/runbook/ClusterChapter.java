package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
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

    static void write(DocumentContext context, Markdown page) {
        page.table(
                List.of(
                        Text.of("Node", "Узел"),
                        Text.of("Address", "Адрес"),
                        Text.of("Roles", "Роли"),
                        Text.of("Failure domain", "Домен отказа"),
                        Text.of("May lead", "Может быть лидером"),
                        Text.of("Services", "Службы")),
                context.cluster().nodes().stream()
                        .map(node -> node(context, node))
                        .toList());
        page.section(Text.of("Ports", "Порты")).table(columns("Service", "Служба", "Port", "Порт"), ports(context));
        page.section(Text.of("Versions", "Версии"))
                .paragraph(Text.of(
                        "The files are written for these versions. Another minor version may lack a setting.",
                        "Файлы написаны под эти версии: в другой версии какой-то настройки может не быть."))
                .table(columns("Component", "Компонент", "Version", "Версия"), versions(context));
        page.section(Text.of("Where things are on a PostgreSQL node", "Где что лежит на узле PostgreSQL"))
                .table(columns("What", "Что", "Path", "Путь"), places(context));
    }

    private static List<Text> columns(String leftEn, String leftRu, String rightEn, String rightRu) {
        return List.of(Text.of(leftEn, leftRu), Text.of(rightEn, rightRu));
    }

    private static List<String> node(DocumentContext context, Node node) {
        String zone = node.zone();
        String leads = !node.has(NodeRole.POSTGRESQL)
                ? "—"
                : node.failover() ? context.say("yes", "да") : context.say("no", "нет");
        return List.of(
                code(node.name()),
                code(node.address()),
                roles(node),
                zone == null ? "—" : plain(zone),
                leads,
                Commands.services(node, context).stream().map(Markdown::code).collect(Collectors.joining(", ")));
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

    private static List<List<String>> ports(DocumentContext context) {
        Cluster cluster = context.cluster();
        List<List<String>> rows = new ArrayList<>();
        if (context.proxied()) {
            rows.add(port(
                    context.say("HAProxy: read and write", "HAProxy: чтение и запись"),
                    cluster.access().writePort()));
            rows.add(port(
                    context.say("HAProxy: read only", "HAProxy: только чтение"),
                    cluster.access().readPort()));
        }
        if (context.statistics()) {
            rows.add(port(
                    context.say("HAProxy: statistics", "HAProxy: статистика"),
                    cluster.haproxy().statisticsPort()));
        }
        if (context.pooled()) {
            rows.add(port("PgBouncer", cluster.pgbouncer().port()));
        }
        rows.add(port("PostgreSQL", cluster.postgresql().port()));
        rows.add(port("Patroni REST API", cluster.patroni().port()));
        rows.add(port(
                context.say("etcd: clients", "etcd: клиенты"), cluster.etcd().clientPort()));
        rows.add(port(
                context.say("etcd: members", "etcd: обмен между членами"),
                cluster.etcd().peerPort()));
        return rows;
    }

    private static List<String> port(String service, int port) {
        return List.of(service, code(port));
    }

    private static List<List<String>> versions(DocumentContext context) {
        Cluster cluster = context.cluster();
        Layout.Versions versions = context.layout().versions();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                context.say("Operating system", "Операционная система"),
                code(cluster.platform().os().id())));
        rows.add(List.of(
                "PostgreSQL (" + plain(cluster.postgresql().distribution().id()) + ")",
                code(cluster.postgresql().version())));
        rows.add(List.of("Patroni", code(versions.patroni())));
        rows.add(List.of("etcd", code(versions.etcd())));
        if (context.pooled()) {
            rows.add(List.of("PgBouncer", code(versions.pgbouncer())));
        }
        if (context.proxied()) {
            rows.add(List.of("HAProxy", code(versions.haproxy())));
        }
        return rows;
    }

    private static List<List<String>> places(DocumentContext context) {
        Layout layout = context.layout();
        return List.of(
                List.of(context.say("Data", "Данные"), code(layout.dataDirectory())),
                List.of(context.say("Programs", "Программы"), code(layout.binDirectory())),
                List.of(context.say("Server log", "Журнал сервера"), code(layout.logDirectory())),
                List.of(context.say("Sockets", "Сокеты"), code(layout.socketDirectory())),
                List.of(context.say("Patroni's configuration", "Конфигурация Patroni"), code(PatroniPaths.CONFIG)),
                List.of(context.say("User of the system", "Пользователь ОС"), code(layout.postgresUser())));
    }
}
