package io.github.pg1c.bundle.runbook;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.Commands;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.Markdown;

/** Stopping the whole cluster, and going back to the files of yesterday. */
final class RollbackChapter {

    private RollbackChapter() {}

    static void write(DocumentContext context, Markdown page) {
        page.section(Text.of("Stopping everything", "Полная остановка"));
        page.paragraph(
                Text.of(
                        "The reverse of the start. The standbys go before the leader: then nobody is left to take its role, and it has the "
                                + "last data.",
                        "В порядке, обратном запуску. Реплики — раньше лидера: тогда занять его место некому, и последние данные — у него."));
        if (context.proxied()) {
            page.on(Markdown.atEach(context.haproxy()), "systemctl stop haproxy");
        }
        if (context.pooled()) {
            page.on(Markdown.atEach(context.postgresql()), "systemctl stop pgbouncer");
        }
        page.on(DocumentContext.at(context.first()), Commands.LIST);
        page.on(
                Text.of("On the standbys, then on the leader", "На репликах, затем на лидере"),
                "systemctl stop patroni");
        page.on(Markdown.atEach(context.etcd()), "systemctl stop etcd");
        page.paragraph(Text.of(
                "Start again: " + Topic.START.link().en() + ", Patroni first on the node that led last.",
                "Запуск: " + Topic.START.link().ru() + "; Patroni — сначала на узле, который был лидером последним."));
        rollback(page);
    }

    private static void rollback(Markdown page) {
        page.section(Text.of("Back to the previous files", "Возврат к прежним файлам"))
                .paragraph(Text.of(
                        "The bundle is in git: take the last good state and install it like any change. The secrets store is not touched by "
                                + "that: passwords and keys stay.",
                        "Комплект лежит в git: возьмите последнее рабочее состояние и установите его как обычное изменение. Хранилище секретов "
                                + "при этом не меняется: пароли и ключи остаются прежними."))
                .on(
                        DocumentContext.onAdministrators(),
                        "git log --oneline -- .",
                        "git checkout HEAD~1 -- .",
                        "git status --short .")
                .bullets(
                        Text.of(
                                "Put the specification back to the same commit, too, or the next generation brings the change again.",
                                "Верните к тому же коммиту и описание кластера, иначе следующая генерация снова внесёт изменение."),
                        Text.of(
                                "What was changed with `edit-config` is not in the files: change it back the same way. "
                                        + code("patroni.dynamic.json") + " in the data directory has the last state.",
                                "Сделанное через `edit-config` в файлах не хранится: отменяйте так же. Последнее состояние — в "
                                        + code("patroni.dynamic.json") + " в каталоге данных."),
                        Text.of(
                                "Data does not roll back: a lost table comes from a backup only.",
                                "Данные так не откатываются: потерянная таблица возвращается только из резервной копии."));
    }
}
