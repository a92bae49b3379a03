package io.github.pg1c.bundle.component.etcd;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.runbook.Topic;
import java.util.List;

/** Entries in the tables and lists of the documents about an etcd that others operate. */
final class ExternalEtcdEntries {

    private ExternalEtcdEntries() {}

    static List<Entry> entries(DocumentContext context) {
        int endpoints = context.cluster().etcd().external().endpoints().size();
        int lost = endpoints - endpoints / 2 - 1;
        return List.of(
                Entry.of(
                        Listing.CERTIFICATES,
                        20,
                        Text.of(
                                "The authority `cluster` signs the certificates of the nodes. The one for etcd is "
                                        + "signed by the authority of etcd's administrator.",
                                "Центр `cluster` подписывает сертификаты узлов. Сертификат для etcd подписан центром "
                                        + "администратора etcd.")),
                Entry.of(
                        Listing.RENEWALS,
                        10,
                        Text.of(
                                " A new certificate for etcd counts from the next connection, by itself.",
                                " Новый сертификат для etcd действует со следующего соединения, сам собой.")),
                Entry.of(
                        Listing.OBJECTIVES,
                        10,
                        Text.of("Loss of etcd members", "Потеря членов etcd"),
                        Text.of("up to " + lost + " of " + endpoints, "до " + lost + " из " + endpoints),
                        Text.of(
                                "if the endpoints in the specification are all members; their hosts and zones are not "
                                        + "known here",
                                "если адреса из описания — это все члены; их узлы и зоны здесь неизвестны")),
                Entry.of(
                        Listing.INTERVALS,
                        10,
                        Text.of("etcd's election timeout, assumed", "тайм-аут выборов etcd, предполагается"),
                        Text.of("at most " + election(context) + " ms", "не больше " + election(context) + " мс")),
                Entry.of(
                        Listing.TROUBLES,
                        12,
                        Text.of(
                                "etcd: `certificate`, `permission denied` or `user name is empty`",
                                "etcd: `certificate`, `permission denied` или `user name is empty`"),
                        Text.same(code(EtcdPaths.CHECK)),
                        Text.of(
                                "Time, identity or rights: "
                                        + Topic.PREPARATION.link().en() + ", "
                                        + Topic.CERTIFICATES.link().en() + ".",
                                "Время, сертификат или права: "
                                        + Topic.PREPARATION.link().ru() + ", "
                                        + Topic.CERTIFICATES.link().ru() + ".")),
                Entry.of(
                        Listing.TROUBLES,
                        14,
                        Text.of("etcd: `mvcc: database space exceeded`", "etcd: `mvcc: database space exceeded`"),
                        Text.same(code(EtcdctlCommand.HEALTH)),
                        Text.of(
                                "Its administrator compacts and defragments it.",
                                "Администратор etcd сжимает и дефрагментирует его.")));
    }

    /** etcd gives no lease shorter than one and a half of its election timeouts. */
    static long election(DocumentContext context) {
        return context.timing().ttl().toMillis() * 2 / 3;
    }
}
