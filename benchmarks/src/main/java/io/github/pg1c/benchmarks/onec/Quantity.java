package io.github.pg1c.benchmarks.onec;

import java.util.List;

/** What is measured of a phase. */
enum Quantity {
    SECONDS("seconds", "duration"),
    PER_SECOND("per_second", "operations per second"),
    CPU("cpu_ms", "server's processor time per operation, ms"),
    MEDIAN("p50_ms", "median latency, ms"),
    P99("p99_ms", "99th percentile of latency, ms"),
    BLOCKS("blocks", "blocks read from outside of the shared buffers"),
    DISK("disk_mb", "read from the disk, MB"),
    TEMPORARY("temp_mb", "temporary files, MB"),
    WAL("wal_mb", "WAL, MB"),
    PEAK("peak_mb", "most memory held, without page cache, MB"),
    CATALOG("catalog_mb", "system catalogs after the phase, MB"),
    CHECKPOINTS("checkpoints", "checkpoints"),
    VACUUMS("vacuums", "system catalogs vacuumed by autovacuum"),
    OTHERS("others", "processors taken by what is neither server nor client");

    static final List<Quantity> ALL = List.of(values());

    private final String id;
    private final String title;

    Quantity(String id, String title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }
}
