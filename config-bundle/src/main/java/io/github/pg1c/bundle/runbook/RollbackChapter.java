package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;

/** Stopping the whole cluster, and going back to former files. */
final class RollbackChapter {

    private final Entries entries;

    RollbackChapter(Entries entries) {
        this.entries = entries;
    }

    static void stop(DocumentContext context, Markdown page) {
        page.section(Text.of("Stopping everything", "Полная остановка"));
        page.paragraph(Text.of(
                "The reverse of the start. The standbys go before the leader: then nobody is left to take its "
                        + "role, and it has the "
                        + "last data.",
                "В порядке, обратном запуску. Реплики — раньше лидера: тогда занять его место некому, и "
                        + "последние данные — у него."));
    }

    void write(DocumentContext context, Markdown page) {
        page.section(Text.of("Back to the previous files", "Возврат к прежним файлам"))
                .paragraph(Text.of(
                        "The bundle is in git: take the last good state and install it like any change. The secrets "
                                + "store is not touched by "
                                + "that: passwords and keys stay.",
                        "Комплект лежит в git: возьмите последнее рабочее состояние и установите его как обычное "
                                + "изменение. Хранилище секретов "
                                + "при этом не меняется: пароли и ключи остаются прежними."))
                .on(
                        DocumentContext.onAdministrators(),
                        "git log --oneline -- .",
                        "git checkout HEAD~1 -- .",
                        "git status --short .");
        page.bullets(entries.and(
                        Entry.of(
                                Listing.ROLLBACK,
                                10,
                                Text.of(
                                        "Put the specification back to the same commit, too, or the next generation "
                                                + "brings the change again.",
                                        "Верните к тому же коммиту и описание кластера, иначе следующая генерация "
                                                + "снова внесёт изменение.")),
                        Entry.of(
                                Listing.ROLLBACK,
                                30,
                                Text.of(
                                        "Data does not roll back: a lost table comes from a backup only.",
                                        "Данные так не откатываются: потерянная таблица возвращается только из "
                                                + "резервной копии.")))
                .items(Listing.ROLLBACK));
    }
}
