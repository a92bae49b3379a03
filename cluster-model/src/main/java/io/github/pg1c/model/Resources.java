package io.github.pg1c.model;

import io.github.pg1c.model.key.Key;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.DiskClass;
import org.jspecify.annotations.Nullable;

/**
 * The hardware of a node; the cluster's figures replace absent ones.
 *
 * @since 0.1
 */
public record Resources(
        @Key(en = "Memory.", ru = "Оперативная память.", example = "16GB") @Nullable
        MemorySize memory,

        @Key(en = "Processor cores.", ru = "Ядра процессора.", example = "6") @Nullable
        Integer cpus,

        @Key(
                en = "Kind of the data disk: hdd, ssd, nvme or san.",
                ru = "Тип диска данных: hdd, ssd, nvme или san.",
                example = "ssd")
        @Nullable
        DiskClass disk,

        @Key(
                en = "Size of the disk that holds WAL; without walDirectory the databases are on it too.",
                ru = "Размер диска, на котором лежит WAL; без walDirectory на нём и базы.",
                example = "50GB")
        @Nullable
        MemorySize walDisk,

        @Key(
                en = "Size of the disk of the databases where WAL has another.",
                ru = "Размер диска баз, если WAL на другом диске.",
                example = "200GB")
        @Nullable
        MemorySize dataDisk) {

    /** No figure at all; all of them come from the cluster or are missing. */
    public static Resources unspecified() {
        return new Resources(null, null, null, null, null);
    }

    /** Memory as {@code 16GB}, cores and kind of the data disk. */
    public static Resources of(String memory, int cpus, DiskClass disk) {
        return new Resources(MemorySize.parse(memory), cpus, disk, null, null);
    }

    Resources over(Resources base) {
        return new Resources(
                memory != null ? memory : base.memory,
                cpus != null ? cpus : base.cpus,
                disk != null ? disk : base.disk,
                walDisk != null ? walDisk : base.walDisk,
                dataDisk != null ? dataDisk : base.dataDisk);
    }

    /** The same with another {@link #memory()}. */
    public Resources withMemory(@Nullable MemorySize value) {
        return new Resources(value, cpus, disk, walDisk, dataDisk);
    }

    /** The same with another {@link #cpus()}. */
    public Resources withCpus(@Nullable Integer value) {
        return new Resources(memory, value, disk, walDisk, dataDisk);
    }

    /** The same with another {@link #disk()}. */
    public Resources withDisk(@Nullable DiskClass value) {
        return new Resources(memory, cpus, value, walDisk, dataDisk);
    }

    /** The same with another {@link #walDisk()}. */
    public Resources withWalDisk(@Nullable MemorySize value) {
        return new Resources(memory, cpus, disk, value, dataDisk);
    }

    /** The same with another {@link #dataDisk()}. */
    public Resources withDataDisk(@Nullable MemorySize value) {
        return new Resources(memory, cpus, disk, walDisk, value);
    }
}
