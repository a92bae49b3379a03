package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.patroni.PatroniLog;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.plan.DiskItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What log files take of the disk of the databases, where they lie beside the data directory. */
final class LogSpace {

    private static final long WEEK = 7;

    private LogSpace() {}

    static List<DiskItem> besideTheDatabases(Cluster cluster) {
        Layout layout = Layout.of(cluster);
        String data = layout.dataDirectory();
        String disk = data.substring(0, data.lastIndexOf('/') + 1);
        List<DiskItem> items = new ArrayList<>();
        if (on(disk, layout.logDirectory())) {
            Duration kept = cluster.postgresql().logs().retention();
            long days = kept == null ? WEEK : kept.toDays();
            items.add(new DiskItem(
                    "server-log",
                    Text.of("PostgreSQL's log", "Журнал PostgreSQL"),
                    Text.of("the lines of " + days + " days", "строки за дней: " + days),
                    MemorySize.ZERO,
                    false));
        }
        PatroniLog log = cluster.patroni().log();
        String directory = log.directory();
        if (directory != null && on(disk, directory)) {
            int files = log.fullFiles() + 1;
            items.add(new DiskItem(
                    "patroni-log",
                    Text.of("Patroni's log", "Журнал Patroni"),
                    Text.of(files + " files × " + log.sizeOfFile(), "файлов " + files + " × " + log.sizeOfFile()),
                    log.sizeOfFile().times(files),
                    true));
        }
        return items;
    }

    /** Whether a directory is below the place where the disk is mounted; the root is the place of everything. */
    private static boolean on(String disk, String directory) {
        return disk.length() > 1 && directory.startsWith(disk);
    }
}
