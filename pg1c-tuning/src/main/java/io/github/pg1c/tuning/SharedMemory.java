package io.github.pg1c.tuning;

/**
 * The size of the shared memory segment.
 *
 * <p>The formula is the one that Fujitsu publishes for its build of PostgreSQL; a test compares it with what servers
 * report as {@code shared_memory_size}.
 */
final class SharedMemory {

    static final long BYTES_PER_LOCK = 405;
    private static final long BASE = 1_523_444;
    private static final long PER_PAGE = 8_518;
    private static final long PER_PROCESS = 7_154;
    private static final long PER_BACKEND = 1_208;
    private static final long PAGE = 8_192;
    private static final long DEFAULT_QUERY_SIZE = 4_096;
    private static final long HUGE_PAGE = 2L * 1024 * 1024;

    private SharedMemory() {}

    static MemorySize lockTable(Figures figures) {
        return new MemorySize(BYTES_PER_LOCK * figures.lockHolders() * figures.locksPerTransaction());
    }

    static MemorySize total(Figures figures) {
        long querySize = figures.effective()
                .size("track_activity_query_size")
                .map(MemorySize::bytes)
                .orElse(DEFAULT_QUERY_SIZE);
        long walBuffers = figures.effective()
                .size("wal_buffers")
                .orElseGet(() -> WalRules.walBuffers(figures))
                .bytes();
        return new MemorySize(BASE
                        + walBuffers
                        + PER_PAGE * (figures.sharedBuffers().bytes() / PAGE)
                        + (PER_PROCESS + PER_BACKEND + querySize) * (figures.lockHolders() + 1))
                .plus(lockTable(figures));
    }

    /** Pages of 2 MB that hold the segment, with two percent to spare. */
    static int hugePages(Figures figures) {
        return (int) Math.ceil(total(figures).bytes() * 1.02 / HUGE_PAGE);
    }
}
