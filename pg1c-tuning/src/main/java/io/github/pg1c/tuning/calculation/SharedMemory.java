package io.github.pg1c.tuning.calculation;

import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * The size of the shared memory segment.
 *
 * <p>The formula is the one that Fujitsu publishes for its build of PostgreSQL; a test compares it with what servers
 * report as {@code shared_memory_size}.
 */
public final class SharedMemory {

    public static final long BYTES_PER_LOCK = 405;
    private static final long BASE = 1_523_444;
    private static final long PER_PAGE = 8_518;
    private static final long PER_PROCESS = 7_154;
    private static final long PER_BACKEND = 1_208;
    private static final long PAGE = 8_192;
    private static final MemorySize HUGE_PAGES_FROM = MemorySize.ofGigabytes(2);
    private static final long HUGE_PAGE = 2L * 1024 * 1024;

    private SharedMemory() {}

    public static MemorySize lockTable(Sizing figures) {
        return lockTable(figures, figures.locksPerTransaction());
    }

    public static MemorySize lockTable(Sizing figures, int locksPerTransaction) {
        return new MemorySize(BYTES_PER_LOCK * figures.lockHolders() * locksPerTransaction);
    }

    static MemorySize total(Sizing figures) {
        return new MemorySize(BASE
                        + walBuffers(figures).bytes()
                        + PER_PAGE * pages(figures)
                        + perProcess(figures) * (figures.lockHolders() + 1))
                .plus(lockTable(figures));
    }

    private static long pages(Sizing figures) {
        return figures.sharedBuffers().bytes() / PAGE;
    }

    private static long perProcess(Sizing figures) {
        return PER_PROCESS
                + PER_BACKEND
                + figures.sizeOf("track_activity_query_size").bytes();
    }

    private static MemorySize walBuffers(Sizing figures) {
        return figures.size("wal_buffers").orElseGet(() -> automaticWalBuffers(figures));
    }

    /** The sum of {@link #rest} with its numbers. */
    static String restFormula(Sizing figures) {
        return (PER_PAGE - PAGE) + " B × " + pages(figures) + " + " + walBuffers(figures) + " + " + perProcess(figures)
                + " B × " + (figures.lockHolders() + 1) + " + " + BASE + " B";
    }

    /** WAL buffers that the server chooses itself: 3 percent of shared_buffers, at most one WAL segment. */
    private static MemorySize automaticWalBuffers(Sizing figures) {
        return figures.sharedBuffers().dividedBy(32).min(MemorySize.ofMegabytes(16));
    }

    /**
     * Pages of 2 MB that hold the segment, with two percent to spare; 0 for a segment that is too small to need them.
     */
    static int hugePages(Sizing figures) {
        return figures.sharedBuffers().compareTo(HUGE_PAGES_FROM) < 0
                ? 0
                : (int) Math.ceil(total(figures).bytes() * 1.02 / HUGE_PAGE);
    }

    /** Huge pages beyond the segment; no other program can use them. */
    static MemorySize hugePagesToSpare(Sizing figures) {
        return new MemorySize(HUGE_PAGE).times((long) hugePages(figures)).minus(total(figures));
    }

    /** The segment without buffers and locks: headers of buffers, WAL buffers, tables of processes. */
    static MemorySize rest(Sizing figures) {
        return total(figures).minus(figures.sharedBuffers()).minus(lockTable(figures));
    }
}
