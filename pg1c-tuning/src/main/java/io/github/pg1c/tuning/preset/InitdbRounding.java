package io.github.pg1c.tuning.preset;

import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * The rounding of memory in {@code initdb} of 1C's build of PostgreSQL 18: an eighth is added and the two highest bits
 * are kept; what is then written down is rounded once more to whole units, so that 1.5GB becomes 2GB.
 */
final class InitdbRounding {

    private static final int LARGEST_UNIT = 6;

    private InitdbRounding() {}

    static MemorySize round(MemorySize size, MemorySize least) {
        MemorySize figure = size.plus(size.dividedBy(8)).rounded().max(least);
        return written(figure.bytes());
    }

    private static MemorySize written(long bytes) {
        long value = bytes;
        int unit = 0;
        while (value > 1024 && unit < LARGEST_UNIT) {
            value = (value + 512) >> 10;
            unit++;
        }
        return new MemorySize(value << 10 * unit);
    }
}
