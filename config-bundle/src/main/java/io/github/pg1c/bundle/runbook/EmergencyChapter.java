package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** The first minute: three commands, and where to read on. */
final class EmergencyChapter {

    private EmergencyChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.paragraph(Text.of(
                "Look before you touch: Patroni replaces a lost leader by itself. Do not start PostgreSQL by hand, do not "
                        + "delete a data directory and do not restart several nodes at once.",
                "Сначала смотрите, потом трогайте: потерянного лидера Patroni заменит сам. Не запускайте PostgreSQL вручную, "
                        + "не удаляйте каталог данных и не перезапускайте несколько узлов сразу."));
        page.on(
                Text.of("On any PostgreSQL node: who leads", "На любом узле PostgreSQL: кто лидер"),
                Commands.LIST,
                "journalctl -u patroni -n 50 --no-pager");
        page.on(Text.of("On any etcd node: is there a quorum", "На любом узле etcd: есть ли кворум"), Commands.HEALTH);
        page.bullets(
                Text.of(
                        "No line with `Leader` → " + Topic.QUORUM_LOSS.link().en() + ", if etcd is healthy → "
                                + Topic.FAILOVER.link().en() + ".",
                        "Нет строки с `Leader` → " + Topic.QUORUM_LOSS.link().ru() + "; если etcd исправен → "
                                + Topic.FAILOVER.link().ru() + "."),
                Text.of(
                        "There is a leader but 1C does not connect → "
                                + Topic.CHECKS.link().en() + ".",
                        "Лидер есть, но 1С не подключается → "
                                + Topic.CHECKS.link().ru() + "."),
                Text.of(
                        "A node is gone for good → " + Topic.REPLACEMENT.link().en() + ", "
                                + Topic.ETCD_MEMBER.link().en() + ".",
                        "Узел потерян навсегда → " + Topic.REPLACEMENT.link().ru() + ", "
                                + Topic.ETCD_MEMBER.link().ru() + "."),
                Text.of(
                        "Anything else → " + Topic.TROUBLES.link().en() + ".",
                        "Всё остальное → " + Topic.TROUBLES.link().ru() + "."));
    }
}
