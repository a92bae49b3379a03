package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ClientEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Packages, locales, time, names, firewall. */
final class PreparationChapter {

    private PreparationChapter() {}

    static void hosts(DocumentContext context, Markdown page) {
        page.section(Text.of("Packages", "Пакеты")).bullets(Packages.notes(context));
        page.onEach(context.cluster().nodes(), node -> List.of(Packages.install(context, node), stop(context, node)));
        locales(context, page);
        page.section(Text.of("Time", "Время"))
                .paragraph(Text.of(
                        "Every node takes its time from the same source; certificates and lease times depend on it.",
                        "Все узлы берут время из одного источника: от него зависят сертификаты и сроки аренды ключей."))
                .on(
                        Text.of("On each node", "На каждом узле"),
                        "systemctl enable --now " + context.family().chronyUnit(),
                        "chronyc tracking")
                .expect(Text.of(
                        "`Leap status : Normal`, an offset below 0.1 s.",
                        "`Leap status : Normal`, смещение меньше 0,1 с."));
        names(context, page);
    }

    static void surroundings(DocumentContext context, Markdown page) {
        if (context.cluster().platform().container()) {
            page.section(Text.of("Containers", "Контейнеры"))
                    .paragraph(Text.of(
                            "The kernel's settings belong to the host of the containers: set those of report.html "
                                    + "there, "
                                    + "before the first start.",
                            "Параметры ядра задаются на хосте контейнеров: перенесите туда значения из report.html до "
                                    + "первого "
                                    + "запуска."));
        }
        firewall(context, page);
    }

    private static String stop(DocumentContext context, Node node) {
        List<String> units = new ArrayList<>(context.units(node));
        units.addAll(context.part(node).rivals());
        return "for unit in " + String.join(" ", units)
                + "; do systemctl disable --now \"$unit\" 2>/dev/null || true; done";
    }

    private static void locales(DocumentContext context, Markdown page) {
        TreeSet<String> locales = new TreeSet<>(List.of("en_US.UTF-8", "ru_RU.UTF-8"));
        locales.add(context.cluster().postgresql().locale());
        context.cluster().databases().forEach(database -> {
            String locale = database.locale();
            if (locale != null) {
                locales.add(locale);
            }
        });
        List<String> commands = new ArrayList<>();
        if (context.family().generatesLocales()) {
            locales.forEach(locale -> {
                String line = Shell.word(locale + " UTF-8");
                commands.add("grep -qxF " + line + " /etc/locale.gen || echo " + line + " >> /etc/locale.gen");
            });
            commands.add("locale-gen");
        }
        commands.add("locale -a");
        page.section(Text.of("Locales", "Локали"))
                .paragraph(Text.of(
                        "On every PostgreSQL node, or the cluster is not created and a standby does not start: "
                                + codes(locales) + ".",
                        "На каждом узле PostgreSQL, иначе кластер не создастся, а реплика не запустится: "
                                + codes(locales) + "."))
                .on(Markdown.atEach(context.postgresql()), commands.toArray(String[]::new))
                .expect(Text.of(
                        "all of them in the list (`utf8` there is the same as `UTF-8`).",
                        "все они есть в списке (`utf8` в нём — то же, что `UTF-8`)."));
    }

    private static String codes(Iterable<String> values) {
        List<String> codes = new ArrayList<>();
        values.forEach(value -> codes.add(code(value)));
        return String.join(", ", codes);
    }

    private static void names(DocumentContext context, Markdown page) {
        page.section(Text.of("Names", "Имена"))
                .paragraph(Text.of(
                        "The short host name of a node is its name here; the installer refuses another host.",
                        "Короткое имя хоста совпадает с именем узла; на другом хосте установщик откажется работать."));
        page.on(Text.of("On each node", "На каждом узле"), "hostname -s");
        HostName host = context.cluster().access().host();
        if (host == null) {
            page.paragraph(Text.of(
                    "The nodes speak to each other by address: they need no DNS. Clients use the addresses in "
                            + Topic.CONNECTION.link().en() + ".",
                    "Узлы обращаются друг к другу по адресам, DNS им не нужен. Клиенты используют адреса из раздела "
                            + Topic.CONNECTION.link().ru() + "."));
            return;
        }
        List<String> addresses = ClientEndpoints.nodes(context.cluster()).stream()
                .map(node -> node.address().toString())
                .toList();
        page.paragraph(Text.of(
                "The nodes speak to each other by address. Clients need "
                        + codes(context.endpoints().hosts())
                        + " to lead to the entrance, directly or through a virtual address: " + codes(addresses) + ".",
                "Узлы обращаются друг к другу по адресам. Клиентам нужно, чтобы "
                        + codes(context.endpoints().hosts())
                        + " указывали на точку входа, напрямую или через виртуальный адрес: " + codes(addresses)
                        + "."));
        page.on(Text.of("On a 1C server", "На сервере 1С"), "getent hosts " + Shell.word(host));
    }

    private static void firewall(DocumentContext context, Markdown page) {
        page.section(Text.of("Firewall", "Межсетевой экран"))
                .paragraph(Text.of(
                        "Exactly these flows are needed, nothing else has to be open between the nodes:",
                        "Нужны ровно эти потоки, больше между узлами ничего открывать не надо:"))
                .table(
                        List.of(
                                Text.of("From", "Откуда"),
                                Text.of("To", "Куда"),
                                Text.of("Port", "Порт"),
                                Text.of("Protocol", "Протокол"),
                                Text.of("Purpose", "Назначение")),
                        Flows.together(context));
    }
}
