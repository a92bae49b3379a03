package io.github.pg1c.bundle.runbook;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entries;
import io.github.pg1c.bundle.document.Listing;
import io.github.pg1c.bundle.text.Markdown;

/** Failures, their losses, and the interruption of writing. */
final class SurvivalChapter {

    private final Entries entries;

    SurvivalChapter(Entries entries) {
        this.entries = entries;
    }

    void write(DocumentContext context, Markdown page) {
        page.section(Text.of("PostgreSQL", "PostgreSQL")).bullets(entries.items(Listing.SURVIVAL));
        page.section(Text.of("What no replica saves you from", "От чего реплики не спасают"))
                .bullets(
                        Text.of(
                                "Deleted or spoilt data: the deletion is replicated, too. These files make no backups; "
                                        + "set up "
                                        + "backups and try a restore before the first data is loaded.",
                                "Удалённые или испорченные данные: удаление тоже реплицируется. Резервных копий эта "
                                        + "конфигурация не "
                                        + "делает: настройте их и проверьте восстановление до загрузки первой базы."),
                        Text.of(
                                "Sessions: in a failover and in a switchover every session is cut; users log in "
                                        + "again.",
                                "Сеансы: при аварии и при переключении все сеансы обрываются, пользователи входят "
                                        + "заново."),
                        Text.of(
                                "A disk that is full on every node: without space for data PostgreSQL refuses writes, without"
                                        + " space for WAL it stops.",
                                "Диск, заполненный на всех узлах: без места для данных PostgreSQL отказывает в записи,"
                                        + " без места для WAL останавливается."));
    }
}
