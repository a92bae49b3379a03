package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Nodes, ports, versions, places. */
final class ClusterChapter {

    private final Entries entries;

    ClusterChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
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
        page.section(Text.of("Ports", "Порты"))
                .table(columns("Service", "Служба", "Port", "Порт"), entries.rows(context, Listing.PORTS));
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
                context.units(node).stream().map(Markdown::code).collect(Collectors.joining(", ")));
    }

    private static String roles(Node node) {
        return node.roles().stream().map(NodeRole::title).collect(Collectors.joining(", "));
    }

    private List<List<String>> versions(DocumentContext context) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                context.say("Operating system", "Операционная система"),
                code(context.cluster().platform().os().id())));
        rows.addAll(entries.rows(context, Listing.VERSIONS));
        return rows;
    }

    private List<List<String>> places(DocumentContext context) {
        Layout layout = context.layout();
        List<List<String>> rows = new ArrayList<>(List.of(
                List.of(context.say("Data", "Данные"), code(layout.dataDirectory())),
                List.of(context.say("Programs", "Программы"), code(layout.binDirectory())),
                List.of(context.say("Server log", "Журнал сервера"), code(layout.logDirectory())),
                List.of(context.say("Sockets", "Сокеты"), code(layout.socketDirectory()))));
        rows.addAll(entries.rows(context, Listing.PLACES));
        rows.add(List.of(context.say("User of the system", "Пользователь ОС"), code(layout.postgresUser())));
        return rows;
    }
}
