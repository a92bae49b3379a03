package io.github.pg1c.bundle.component.diskwatch;

import static io.github.pg1c.bundle.text.Markdown.code;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.document.Listing;
import java.util.ArrayList;
import java.util.List;

/** The watch's entries in the tables and lists of the documents. */
final class DiskWatchEntries {

    private DiskWatchEntries() {}

    static List<Entry> entries(DocumentContext context) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.of(
                Listing.TROUBLES,
                27,
                Text.of(
                        "`No space left on device` in PostgreSQL's log, writes fail",
                        "`No space left on device` в журнале PostgreSQL, запись не идёт"),
                Text.same(code("journalctl -u " + DiskWatchUnit.NAME + " -n 20 --no-pager")),
                Text.of(
                        "Make space: enlarge the disk, remove what is not PostgreSQL's. The watch has freed its reserve;"
                                + " where it does not run: " + freed(context) + ".",
                        "Добавьте места: расширьте диск, удалите то, что не принадлежит PostgreSQL. Наблюдение уже"
                                + " освободило свой резерв; если оно не работает: " + freed(context) + ".")));
        if (context.postgresql().size() > 1) {
            DiskShare limit = DiskWatchScript.LIMIT;
            entries.add(Entry.of(
                    Listing.SURVIVAL,
                    60,
                    Text.of(
                            "Little space on the leader's disk (" + limit.percent() + " %, " + limit.least()
                                    + " MB at least, " + limit.most()
                                    + " MB at most): its role goes to a member with twice that limit free. Where there is none, it stays and the"
                                    + " journal of `" + DiskWatchUnit.NAME + "` says so.",
                            "Мало места на диске лидера (" + limit.percent() + " %, не менее " + limit.least()
                                    + " МБ, не более " + limit.most()
                                    + " МБ): его роль переходит к члену, у которого свободно вдвое больше этого предела. Если такого нет, лидер"
                                    + " остаётся, о чём говорит журнал `" + DiskWatchUnit.NAME + "`.")));
        }
        return entries;
    }

    private static String freed(DocumentContext context) {
        return code("rm -f " + String.join(" ", DiskWatchScript.reserves(context.context())));
    }
}
