package io.github.pg1c.tuning.input;

import java.util.Locale;

/**
 * What kind of disk holds the data; it decides planner costs, prefetching and how hard vacuum works.
 *
 * @since 0.1
 */
public enum DiskClass {
    /** Rotating disks. */
    HDD,
    /** Solid state behind SATA or SAS. */
    SSD,
    /** Solid state behind NVMe. */
    NVME,
    /** A storage network; many disks behind a controller's cache. */
    SAN;

    /**
     * Reads {@code hdd}, {@code ssd}, {@code nvme} or {@code san}.
     *
     * @throws IllegalArgumentException for anything else; the message names the value
     */
    public static DiskClass parse(String id) {
        for (DiskClass disk : values()) {
            if (disk.id().equals(id)) {
                return disk;
            }
        }
        throw new IllegalArgumentException("unknown kind of disk '" + id + "': write hdd, ssd, nvme or san");
    }

    /** The name in a specification, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
