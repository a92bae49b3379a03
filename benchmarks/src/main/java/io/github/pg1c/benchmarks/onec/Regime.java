package io.github.pg1c.benchmarks.onec;

import java.util.Arrays;
import java.util.Locale;

/** How large the data is beside the memory. */
public enum Regime {
    /** All data is in the server's share of the page cache when a run begins. */
    IN_MEMORY("in-memory", new Infobase(130_000, 1_500)),
    /** Three times the memory; the cache is full of some of it when a run begins. */
    LARGER("larger", new Infobase(1_850_000, 1_500));

    /** The server's memory, page cache included. */
    public static final long MEMORY_BYTES = 2L << 30;

    private final String id;
    private final Infobase infobase;

    Regime(String id, Infobase infobase) {
        this.id = id;
        this.infobase = infobase;
    }

    static Regime parse(String id) {
        return Arrays.stream(values())
                .filter(regime -> regime.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown regime " + id.toLowerCase(Locale.ROOT) + ": write in-memory or larger"));
    }

    String id() {
        return id;
    }

    public Infobase infobase() {
        return infobase;
    }
}
