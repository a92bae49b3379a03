package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.WalPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Adds up what takes space on the disks of a node.
 *
 * <p>A checkpoint removes what no slot needs, so that WAL is at most what slots keep at a checkpoint and what is written
 * until the next one.
 *
 * @see <a href="https://www.postgresql.org/docs/current/wal-configuration.html">PostgreSQL: WAL configuration</a>
 */
final class DiskNeeds {

    private static final MemorySize WAL_BY_DEFAULT = MemorySize.ofGigabytes(1);

    private final TuningInput input;
    private final Function<String, Optional<String>> value;
    private final ParameterCatalogue catalogue;

    DiskNeeds(TuningInput input, Function<String, Optional<String>> value) {
        this.input = input;
        this.value = value;
        this.catalogue = ParameterCatalogue.of(input.major(), input.distribution());
    }

    List<DiskBudget> budgets(DiskLayout layout) {
        Optional<MemorySize> walDisk =
                input.walPlace() == WalPlace.ASSUMED ? Optional.empty() : Optional.of(input.walDisk());
        List<DiskItem> data = new ArrayList<>();
        data.add(
                item("data", "Databases", "Базы", Text.same(input.databaseSize().toString()), input.databaseSize()));
        data.add(temporary());
        layout.etcd()
                .ifPresent(quota -> data.add(item(
                        "etcd",
                        "etcd, if its directory is on this disk",
                        "etcd, если его каталог на этом диске",
                        Text.same("quota-backend-bytes = " + quota),
                        quota)));
        data.addAll(layout.others());
        List<DiskItem> wal = List.of(betweenCheckpoints(), kept());
        if (layout.walApart()) {
            return List.of(
                    new DiskBudget(Text.of("Disk of the databases", "Диск баз"), data, layout.dataDisk()),
                    new DiskBudget(Text.of("Disk of WAL", "Диск WAL"), wal, walDisk));
        }
        data.addAll(1, wal);
        return List.of(new DiskBudget(
                Text.of("Disk of the databases and WAL", "Диск баз и WAL"), data, walDisk.or(layout::dataDisk)));
    }

    private DiskItem betweenCheckpoints() {
        MemorySize size = size("max_wal_size").orElse(WAL_BY_DEFAULT);
        return item(
                "wal",
                "WAL between checkpoints",
                "WAL между контрольными точками",
                Text.same("max_wal_size = " + size),
                size);
    }

    private DiskItem kept() {
        if (value.apply("archive_mode").filter(mode -> !mode.equals("off")).isPresent()) {
            return new DiskItem(
                    "kept",
                    Text.of("WAL kept for standbys and the archive", "WAL, хранимый для реплик и архива"),
                    Text.of("while archive_command fails", "пока archive_command завершается ошибкой"),
                    size("max_slot_wal_keep_size").orElse(MemorySize.ZERO),
                    false);
        }
        MemorySize always = size("wal_keep_size").orElse(MemorySize.ZERO);
        String keep = "wal_keep_size = " + always;
        return size("max_slot_wal_keep_size")
                .map(slots -> item(
                        "kept",
                        "WAL kept for standbys",
                        "WAL, хранимый для реплик",
                        Text.same("max(" + keep + ", max_slot_wal_keep_size = " + slots + ")"),
                        slots.max(always)))
                .orElseGet(() -> new DiskItem(
                        "kept",
                        Text.of("WAL kept for standbys", "WAL, хранимый для реплик"),
                        Text.same("max_slot_wal_keep_size = -1"),
                        always,
                        false));
    }

    private DiskItem temporary() {
        Text title = Text.of("Temporary files", "Временные файлы");
        return size("temp_file_limit")
                .map(limit -> {
                    long sessions = Math.min(input.connections(), 2L * input.usableCpus());
                    return new DiskItem(
                            "temporary",
                            title,
                            Text.of(
                                    sessions + " active sessions × temp_file_limit = " + limit,
                                    sessions + " активных сеансов × temp_file_limit = " + limit),
                            limit.times(sessions),
                            true);
                })
                .orElseGet(() -> new DiskItem(
                        "temporary",
                        title,
                        Text.of(
                                "temp_file_limit = -1: large sorts use what is free",
                                "temp_file_limit = -1: большие сортировки занимают свободное место"),
                        MemorySize.ZERO,
                        false));
    }

    private static DiskItem item(String id, String en, String ru, Text formula, MemorySize size) {
        return new DiskItem(id, Text.of(en, ru), formula, size, true);
    }

    /** A parameter as a size; empty when negative, which means no limit, and for the server's default. */
    private Optional<MemorySize> size(String name) {
        return value.apply(name).flatMap(text -> catalogue.find(name).flatMap(spec -> spec.size(spec.number(text))));
    }
}
