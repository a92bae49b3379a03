package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;
import static io.github.pg1c.bundle.text.Markdown.plain;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.HostKernels;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.text.Markdown;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.HostKernel;
import io.github.pg1c.model.derived.VirtualAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Packages, locales, time, names, firewall. */
final class PreparationChapter {

    private PreparationChapter() {}

    static void hosts(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "`prepare.sh` makes a bare host ready: users, packages and other programs, locales, time. It looks at everything"
                        + " before it changes anything, names all problems at once, starts no service of the cluster, and may be"
                        + " run again beside the running cluster. With Ansible `ansible/site.yml` runs it.",
                "`prepare.sh` готовит чистый хост: пользователи, пакеты и другие программы, локали, время. Прежде чем что-то"
                        + " менять, он проверяет всё и называет сразу все проблемы; служб кластера не запускает, повторять его"
                        + " можно и при работающем кластере. С Ansible его запускает `ansible/site.yml`."));
        HostCommands.connection(context, page);
        page.section(Text.of("Packages", "Пакеты")).bullets(Packages.notes(context));
        page.table(
                List.of(Text.of("Node", "Узел"), Text.of("What prepare.sh brings", "Что приносит prepare.sh")),
                context.cluster().nodes().stream()
                        .map(node -> List.of(code(node.name()), brings(context, node)))
                        .toList());
        page.section(Text.of("Preparing the hosts", "Подготовка хостов"))
                .paragraph(
                        Text.of(
                                "By hand, from the administrator's machine, where every host has the repositories named above:",
                                "Вручную, с машины администратора, если на каждом хосте подключены названные выше репозитории:"));
        for (Node node : context.cluster().nodes()) {
            page.on(Text.of("To " + node.name(), "На " + node.name()), HostCommands.prepare(node));
        }
        page.expect(Text.of(
                "a line for each change; a second run says that the node was prepared already.",
                "строка на каждое изменение; повторный запуск сообщает, что узел уже подготовлен."));
        offline(context, page);
        versions(context, page);
        time(context, page);
        names(context, page);
    }

    private static String brings(DocumentContext context, Node node) {
        NodePart part = context.part(node);
        List<String> all = new ArrayList<>(part.packages());
        all.addAll(part.tools());
        part.archives().forEach(archive -> all.add(archive.file()));
        part.environments().forEach(environment -> all.addAll(environment.requirements()));
        return codes(all);
    }

    private static void offline(DocumentContext context, Markdown page) {
        page.section(Text.of("Without the internet", "Без интернета"))
                .paragraph(
                        Text.of(
                                "`fetch.sh` runs where there is a network, on a machine of the same system with the same repositories, and"
                                        + " fetches packages with all that they depend on, and wheels, into one directory with"
                                        + " `SHA256SUMS`; archives are put there by hand. Carry the directory over; `prepare.sh --packages`"
                                        + " then takes everything from it and nothing from elsewhere, and refuses a file that differs."
                                        + " Keep the directory: a new host gets the same versions.",
                                "`fetch.sh` запускают там, где есть сеть, на машине с той же системой и теми же репозиториями: он скачивает"
                                        + " пакеты со всеми зависимостями и пакеты Python в один каталог с `SHA256SUMS`; архивы кладут"
                                        + " туда вручную. Перенесите каталог: `prepare.sh --packages` возьмёт всё из него, больше ниоткуда, и"
                                        + " откажется от изменившегося файла. Сохраните каталог: новый хост получит те же версии."))
                .on(
                        Text.of("On a machine with a network, as root", "На машине с сетью, от root"),
                        "sh fetch.sh /srv/pg1c-packages")
                .on(DocumentContext.onAdministrators(), "export PG1C_PACKAGES=/srv/pg1c-packages");
        for (Node node : context.cluster().nodes()) {
            page.on(Text.of("To " + node.name(), "На " + node.name()), HostCommands.prepareOffline(node));
        }
    }

    private static void versions(DocumentContext context, Markdown page) {
        page.section(Text.of("Equal versions", "Одинаковые версии"))
                .on(
                        DocumentContext.onAdministrators(),
                        "{ "
                                + context.cluster().nodes().stream()
                                        .map(HostCommands::versions)
                                        .collect(Collectors.joining(" && "))
                                + "; } | sort -u")
                .expect(Text.of(
                        "each package in one line. With Ansible the playbook compares them.",
                        "каждый пакет — в одной строке. С Ansible это сравнивает сценарий."))
                .paragraph(
                        context.cluster().packages().versions().isEmpty()
                                ? Text.of(
                                        "So that a host of next year gets the same as well, write what `fetch.sh` "
                                                + "prints (`packages`) into the specification: `prepare.sh` then "
                                                + "takes these versions only, with a network or without.",
                                        "Чтобы и через год новый хост получил то же самое, впишите в описание "
                                                + "кластера то, что печатает `fetch.sh` (`packages`): тогда "
                                                + "`prepare.sh` берёт только эти версии — с сетью и без неё.")
                                : Text.of(
                                        "The specification names the exact versions (`packages`): `prepare.sh` takes "
                                                + "no other ones and refuses a host that has others. For later "
                                                + "versions fetch them with `fetch.sh --latest` into an empty "
                                                + "directory, write what it prints into the specification and "
                                                + "update node by node.",
                                        "Точные версии указаны в описании кластера (`packages`): других "
                                                + "`prepare.sh` не берёт и хост с другими не принимает. Более новые "
                                                + "скачайте командой `fetch.sh --latest` в пустой каталог, впишите "
                                                + "напечатанное в описание и обновляйте узлы по одному."));
    }

    static void surroundings(DocumentContext context, Markdown page) {
        if (context.cluster().platform().container()) {
            containers(context, page);
        }
        firewall(context, page);
    }

    private static void containers(DocumentContext context, Markdown page) {
        List<HostKernel> hosts = context.plan().hosts();
        page.section(Text.of("Containers", "Контейнеры")).paragraph(HostKernels.note(hosts));
        if (!hosts.isEmpty()) {
            page.table(
                    List.of(Text.of("Host", "Хост"), Text.of("Setting", "Параметр"), Text.of("Add", "Добавить")),
                    hosts.stream()
                            .flatMap(host -> host.settings().stream()
                                    .map(setting -> List.of(
                                            plain(context.say(HostKernels.name(host))),
                                            code(setting.key()),
                                            code(setting.value()))))
                            .toList());
        }
    }

    private static void time(DocumentContext context, Markdown page) {
        page.section(Text.of("Time", "Время"));
        if (context.cluster().platform().container()) {
            page.paragraph(Text.of(
                            "A container has the clock of its host. Every host takes its time from the same source; "
                                    + "certificates and lease times depend on it.",
                            "У контейнера часы его хоста. Все хосты берут время из одного источника: от него зависят "
                                    + "сертификаты и сроки аренды ключей."))
                    .on(Text.of("On each host of the containers", "На каждом хосте контейнеров"), "timedatectl")
                    .expect(Text.same("`System clock synchronized: yes`."));
            return;
        }
        page.paragraph(Text.of(
                        "Every node takes its time from the same source; certificates and lease times depend on it.",
                        "Все узлы берут время из одного источника: от него зависят сертификаты и сроки аренды ключей."))
                .on(Text.of("On each node", "На каждом узле"), "chronyc tracking")
                .expect(Text.of(
                        "`Leap status : Normal`, an offset below 0.1 s.",
                        "`Leap status : Normal`, смещение меньше 0,1 с."));
    }

    private static String codes(Iterable<String> values) {
        List<String> codes = new ArrayList<>();
        values.forEach(value -> codes.add(code(value)));
        return String.join(", ", codes);
    }

    private static void names(DocumentContext context, Markdown page) {
        page.section(Text.of("Names", "Имена"))
                .paragraph(Text.of(
                        "The short host name of a node is its name here; preparation and installer refuse another host."
                                + " `prepare.sh --set-hostname` sets it.",
                        "Короткое имя хоста совпадает с именем узла; на другом хосте подготовка и установщик откажутся"
                                + " работать. `prepare.sh --set-hostname` задаёт имя."));
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
        if (VirtualAddress.in(context.cluster())) {
            List<String> virtual = context.cluster().access().addresses().stream()
                    .map(IpAddress::toString)
                    .toList();
            page.paragraph(Text.of(
                    "The nodes speak to each other by address. Clients need "
                            + codes(context.endpoints().hosts()) + " to lead to the address over the balancers: "
                            + codes(virtual) + ".",
                    "Узлы обращаются друг к другу по адресам. Клиентам нужно, чтобы "
                            + codes(context.endpoints().hosts()) + " указывали на адрес над балансировщиками: "
                            + codes(virtual) + "."));
            page.on(Text.of("On a client's host", "На машине клиента"), "getent hosts " + Shell.word(host));
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
        page.on(Text.of("On a client's host", "На машине клиента"), "getent hosts " + Shell.word(host));
    }

    private static void firewall(DocumentContext context, Markdown page) {
        page.section(Text.of("Firewall", "Межсетевой экран"))
                .paragraph(Text.of(
                        "These flows are needed, nothing else has to be open between the nodes; repositories of packages only while "
                                + "packages are installed from them:",
                        "Нужны эти потоки, больше между узлами ничего открывать не надо; доступ к репозиториям — только "
                                + "на время установки пакетов из них:"))
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
