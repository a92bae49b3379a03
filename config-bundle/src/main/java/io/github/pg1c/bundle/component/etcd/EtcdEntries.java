package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
import java.util.ArrayList;
import java.util.List;

/** etcd's entries in the tables and lists of the documents. */
final class EtcdEntries {

    private EtcdEntries() {}

    static List<Entry> entries(DocumentContext context) {
        List<Entry> entries = new ArrayList<>(troubles(context));
        entries.add(Entry.of(
                Listing.PORTS,
                70,
                Text.of("etcd: clients", "etcd: клиенты"),
                Text.same(code(context.cluster().etcd().clientPort()))));
        entries.add(Entry.of(
                Listing.PORTS,
                80,
                Text.of("etcd: members", "etcd: обмен между членами"),
                Text.same(code(context.cluster().etcd().peerPort()))));
        entries.add(Entry.of(
                Listing.VERSIONS,
                30,
                Text.same("etcd"),
                Text.same(code(context.layout().versions().etcd()))));
        entries.add(Entry.of(
                Listing.CERTIFICATES,
                20,
                Text.of(
                        "Two authorities on purpose: `etcd` signs what etcd trusts, `cluster` all the rest.",
                        "Центров два намеренно: `etcd` подписывает то, чему верит etcd, `cluster` — всё остальное.")));
        entries.add(Entry.of(
                Listing.RENEWALS,
                10,
                Text.of(
                        " etcd reads a new certificate by itself at the next connection.",
                        " etcd берёт новый сертификат сам при следующем соединении.")));
        entries.add(Entry.of(
                Listing.OBJECTIVES,
                10,
                Text.of("Loss of etcd members", "Потеря членов etcd"),
                Text.of(
                        "up to " + context.quorum().survives() + " of "
                                + context.quorum().members(),
                        "до " + context.quorum().survives() + " из "
                                + context.quorum().members()),
                context.quorum().formula()));
        entries.add(Entry.of(
                Listing.INTERVALS,
                10,
                Text.of("etcd heartbeat", "сигнал лидера etcd"),
                Text.same(context.cluster().etcd().heartbeat().toMillis() + " ms")));
        return entries;
    }

    private static List<Entry> troubles(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                Listing.TROUBLES,
                11,
                Text.of("etcd: `systemctl start` hangs", "etcd: `systemctl start` не завершается"),
                Text.same(code("journalctl -u etcd -n 50")),
                Text.of(
                        "It waits for the other members: start them; check port "
                                + context.cluster().etcd().peerPort() + " between them.",
                        "Ждёт остальных членов: запустите их; проверьте порт "
                                + context.cluster().etcd().peerPort() + " между ними.")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                12,
                Text.of("etcd: `certificate` or `tls` errors", "etcd: ошибки `certificate` или `tls`"),
                Text.same(code(context.cluster().platform().container() ? "timedatectl" : "chronyc tracking")),
                Text.of(
                        "Wrong time, or expired: " + Topic.CERTIFICATES.link().en() + ".",
                        "Неверное время либо истёк срок: "
                                + Topic.CERTIFICATES.link().ru() + ".")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                13,
                Text.of(
                        "etcd: `member has already been bootstrapped`, `cluster ID mismatch`",
                        "etcd: `member has already been bootstrapped`, `cluster ID mismatch`"),
                Text.same(code(EtcdctlCommand.MEMBERS)),
                Text.of(
                        "The data directory is lost or foreign: "
                                + EtcdTopics.MEMBER.link().en() + ".",
                        "Каталог данных потерян или чужой: "
                                + EtcdTopics.MEMBER.link().ru() + ".")));
        entries.add(Entry.of(
                Listing.TROUBLES,
                14,
                Text.of("etcd: `mvcc: database space exceeded`", "etcd: `mvcc: database space exceeded`"),
                Text.same(code(EtcdctlCommand.PATH + " alarm list")),
                Text.of(
                        EtcdTopics.QUORUM_LOSS.link().en() + ", NOSPACE.",
                        EtcdTopics.QUORUM_LOSS.link().ru() + ", NOSPACE.")));
        return entries;
    }
}
