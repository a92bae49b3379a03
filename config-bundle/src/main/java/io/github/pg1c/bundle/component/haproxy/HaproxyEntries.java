package io.github.pg1c.bundle.component.haproxy;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.derived.VirtualAddress;
import io.github.pg1c.tuning.input.Application;
import java.util.ArrayList;
import java.util.List;

/** Entries of HAProxy, or of its absence, in the tables and lists of the documents. */
final class HaproxyEntries {

    private HaproxyEntries() {}

    static List<Entry> entries(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(Listing.RELOADS, 20, afterReload(context)));
        if (!context.alone()) {
            entries.add(Entry.of(Listing.FAILOVER, 30, afterFailover(context)));
        }
        if (!context.proxied()) {
            entries.add(Entry.of(Listing.SURVIVAL, 20, direct()));
            return entries;
        }
        if (context.nodes(NodeRole.HAPROXY).size() == 1) {
            entries.add(Entry.of(
                    Listing.SURVIVAL,
                    20,
                    Text.of(
                            "One HAProxy: while its host is down nobody gets in by the usual address.",
                            "HAProxy один: пока его узел недоступен, по обычному адресу не подключится никто.")));
        }
        Timing timing = context.timing();
        entries.add(Entry.of(
                Listing.INTERVALS,
                20,
                Text.of("HAProxy check", "проверка HAProxy"),
                Text.same("inter " + timing.checkInterval().toMillis() + " ms, fall " + timing.checkFall() + ", rise "
                        + timing.checkRise())));
        entries.add(loss(context));
        entries.addAll(table(context));
        entries.add(Entry.of(Listing.CONNECTION, 10, entrance(context)));
        entries.add(Entry.of(
                Listing.CONNECTION,
                50,
                context.cluster().application() == Application.OTHER
                        ? Text.of(
                                "Port " + context.cluster().access().readPort()
                                        + " is for sessions that only read; they may see data of some moments ago.",
                                "Порт " + context.cluster().access().readPort()
                                        + " — для сеансов, которые только читают; данные там могут чуть отставать.")
                        : Text.of(
                                "Port " + context.cluster().access().readPort()
                                        + " is for reports of other programs that only read; an infobase does not start there.",
                                "Порт " + context.cluster().access().readPort()
                                        + " — для отчётов сторонних программ, которые только читают; информационная "
                                        + "база через него не запустится.")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                31,
                Text.of("Connection refused or reset at once", "Соединение отклонено или сразу разорвано"),
                Text.same(code("journalctl -u haproxy -n 50")),
                Text.of(
                        "The client's network is not in `networks.clients`, or no server is up: "
                                + Topic.CHECKS.link().en() + ".",
                        "Сети клиента нет в `networks.clients` либо ни один сервер не доступен: "
                                + Topic.CHECKS.link().ru() + ".")));
        return entries;
    }

    private static List<Entry> table(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(port(
                10,
                Text.of("HAProxy: read and write", "HAProxy: чтение и запись"),
                context.cluster().access().writePort()));
        entries.add(port(
                20,
                Text.of("HAProxy: read only", "HAProxy: только чтение"),
                context.cluster().access().readPort()));
        if (HaproxySections.statistics(context)) {
            entries.add(port(
                    30,
                    Text.of("HAProxy: statistics", "HAProxy: статистика"),
                    context.cluster().haproxy().statisticsPort()));
        }
        entries.add(Entry.of(
                Listing.VERSIONS,
                50,
                Text.same("HAProxy"),
                Text.same(code(context.layout().versions().haproxy()))));
        return entries;
    }

    private static Entry port(int order, Text service, int port) {
        return Entry.of(Listing.PORTS, order, service, Text.same(code(port)));
    }

    private static Text afterFailover(DocumentContext context) {
        return context.proxied()
                ? Text.of(
                        "HAProxy's check of `/primary` succeeds on the new leader and fails on the old one; old "
                                + "sessions are cut, clients "
                                + "connect again to the same address.",
                        "Проверка `/primary` в HAProxy проходит на новом лидере и не проходит на старом; старые сеансы "
                                + "обрываются, клиенты "
                                + "подключаются заново по тому же адресу.")
                : Text.of(
                        "Clients are led nowhere by themselves: point them at the new leader by hand.",
                        "Сами клиенты никуда не переходят: направьте их на нового лидера вручную.");
    }

    private static Text afterReload(DocumentContext context) {
        if (!context.proxied() || context.alone()) {
            return Text.of("", "");
        }
        long settled = context.timing().settled().toSeconds();
        long longest = context.timing().longestWait().toMillis();
        return Text.of(
                " After a reload of HAProxy new connections for writing wait until it has asked every server: mostly "
                        + Timing.FIRST_LOOK.toMillis() + " ms, at most " + longest + " ms; the command itself takes "
                        + settled
                        + " s, so that no second reload meets those who wait.",
                " Когда настройки перечитал HAProxy, новые подключения на запись ждут, пока он не опросит все серверы: "
                        + "обычно "
                        + Timing.FIRST_LOOK.toMillis() + " мс, не более " + longest
                        + " мс; сама команда занимает " + settled
                        + " с, чтобы второй reload не застал ожидающих.");
    }

    private static Text entrance(DocumentContext context) {
        if (context.endpoints().hosts().size() > 1
                && context.cluster().access().host() == null
                && VirtualAddress.in(context.cluster())) {
            return Text.of("Use the address of the client's own network.", "Укажите адрес из сети самого клиента.");
        }
        if (context.endpoints().hosts().size() > 1 && context.cluster().application() == Application.OTHER) {
            return Text.of(
                    "libpq and JDBC take several hosts and try them in order; for clients that take one put a virtual "
                            + "address or a DNS name over all.",
                    "libpq и JDBC принимают несколько адресов и пробуют их по порядку; для клиентов с одним адресом "
                            + "поставьте над всеми виртуальный адрес или имя в DNS.");
        }
        return context.endpoints().hosts().size() > 1
                ? Text.of(
                        "1C takes one host: use one of them, or put a virtual address or a DNS name over all.",
                        "1С принимает один адрес: укажите один из них либо поставьте над всеми виртуальный адрес "
                                + "или имя в DNS.")
                : Text.of(
                        "HAProxy leads the port to the present leader, whoever it is.",
                        "HAProxy сам ведёт этот порт к текущему лидеру.");
    }

    private static Entry loss(DocumentContext context) {
        int all = context.nodes(NodeRole.HAPROXY).size();
        return Entry.of(
                Listing.OBJECTIVES,
                20,
                Text.of("Loss of HAProxy nodes", "Потеря узлов HAProxy"),
                Text.of("up to " + (all - 1) + " of " + all, "до " + (all - 1) + " из " + all),
                context.cluster().access().host() == null && all > 1 && !VirtualAddress.in(context.cluster())
                        ? Text.of(
                                "each has the whole configuration; a client of a lost one takes the address of another",
                                "у каждого вся конфигурация; клиенту потерянного узла указывают адрес другого")
                        : Text.of("each has the whole configuration", "у каждого вся конфигурация"));
    }

    private static Text direct() {
        return Text.of(
                "No HAProxy: after a failover clients must be pointed at the new leader by hand (see "
                        + Topic.CONNECTION.link().en() + "); the time above does not include that.",
                "HAProxy нет: после смены лидера клиентов нужно направить на него вручную (см. "
                        + Topic.CONNECTION.link().ru() + "); в указанное время это не входит.");
    }
}
