package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.postgresql.Tablespace;
import io.github.pg1c.model.value.ComponentVersion;
import io.github.pg1c.tuning.input.WalPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
        page.section(Text.of("Disks of the PostgreSQL nodes", "Диски узлов PostgreSQL"))
                .paragraph(Text.of(
                        "Without space for data PostgreSQL refuses writes, without space for WAL it stops. The sums are in"
                                + " `report.html`; a disk must not be smaller.",
                        "Без места для данных PostgreSQL отказывает в записи, без места для WAL останавливается. Расчёт — в"
                                + " `report.html`; диск не должен быть меньше."))
                .table(
                        List.of(
                                Text.of("Node", "Узел"),
                                Text.of("Disk", "Диск"),
                                Text.of("Needed", "Нужно"),
                                Text.of("Size", "Размер")),
                        disks(context));
        assumedDisk(context).ifPresent(page::paragraph);
        page.paragraph(mounts(context));
        page.section(Text.of("Where things are on a PostgreSQL node", "Где что лежит на узле PostgreSQL"))
                .table(columns("What", "Что", "Path", "Путь"), places(context));
    }

    private static List<Text> columns(String leftEn, String leftRu, String rightEn, String rightRu) {
        return List.of(Text.of(leftEn, leftRu), Text.of(rightEn, rightRu));
    }

    private static List<String> node(DocumentContext context, Node node) {
        String zone =
                Stream.of(node.zone(), node.host()).filter(Objects::nonNull).collect(Collectors.joining(" / "));
        String leads = !node.has(NodeRole.POSTGRESQL)
                ? "—"
                : node.failover() ? context.say("yes", "да") : context.say("no", "нет");
        return List.of(
                code(node.name()),
                code(node.address()),
                roles(node),
                zone.isEmpty() ? "—" : plain(zone),
                leads,
                context.units(node).stream().map(Markdown::code).collect(Collectors.joining(", ")));
    }

    /** The sentence about a size that the specification does not give. */
    private static Optional<Text> assumedDisk(DocumentContext context) {
        return context.postgresql().stream()
                .map(node -> context.tuning().of(node.name()).input())
                .filter(input -> input.walPlace() == WalPlace.ASSUMED)
                .findFirst()
                .map(input -> Text.of(
                        "The specification does not give the size of the disk of WAL (`resources.walDisk`): its limits"
                                + " are calculated for an assumed " + input.walDisk() + ".",
                        "В описании не указан размер диска WAL (`resources.walDisk`): пределы WAL рассчитаны для"
                                + " принятого размера " + input.walDisk() + "."));
    }

    private static Text mounts(DocumentContext context) {
        Layout layout = context.layout();
        List<Tablespace> tablespaces = context.cluster().postgresql().tablespaces();
        String places = Stream.concat(
                        Stream.of(layout.dataDirectory(), layout.walDirectory()).filter(Objects::nonNull),
                        tablespaces.stream().map(Tablespace::directory))
                .map(Directory::parent)
                .distinct()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        String user = code(layout.postgresUser());
        return Text.of(
                "A disk is mounted at or above " + places + ", never at the directory of data"
                        + (tablespaces.isEmpty() ? " or WAL" : ", WAL or a tablespace")
                        + " itself, which is removed or renamed before a new copy. The installer gives a new disk to "
                        + user
                        + " and refuses a parent to which that user cannot write.",
                "Диск монтируют в " + places + " или выше, но не в сам каталог данных"
                        + (tablespaces.isEmpty() ? " или WAL" : ", WAL или табличного пространства")
                        + ": его удаляют или переименовывают перед новой копией. Новый диск установщик передаёт " + user
                        + ", а чужой каталог, куда тот не может писать, не принимает.");
    }

    private static List<List<String>> disks(DocumentContext context) {
        return context.postgresql().stream()
                .flatMap(node -> context.plan().disks(node).stream()
                        .map(disk -> List.of(
                                code(node.name()),
                                context.say(disk.name()),
                                context.say(disk.sum()),
                                context.say(disk.given()))))
                .toList();
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
        ComponentVersion platform = context.cluster().workload().platform1c();
        if (platform != null) {
            rows.add(List.of(context.say("1C:Enterprise platform", "Платформа «1С:Предприятие»"), code(platform)));
        }
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
