package io.github.pg1c.tuning.input;

import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects a {@link TuningInput}; each method says the default of what it sets.
 *
 * @since 0.1
 */
public final class TuningInputBuilder {

    private final MemorySize memory;
    private final int cpus;
    private final int connections;
    private DiskClass disk = DiskClass.SSD;
    private Application application = Application.ONE_C;
    private MemorySize databaseSize = MemorySize.ofGigabytes(50);
    private PgMajor major = new PgMajor(17);
    private Distribution distribution = Distribution.POSTGRES_PRO_1C;
    private boolean lz4;
    private Optional<Preset> preset = Optional.empty();
    private int standbys = 2;
    private boolean synchronous;
    private boolean databaseCopies;
    private boolean sharedWith1cServer;
    private MemorySize walDisk = MemorySize.ofGigabytes(40);
    private WalPlace walPlace = WalPlace.ASSUMED;
    private Optional<ContainerLimits> container = Optional.empty();
    private PoolMode pooling = PoolMode.SESSION;
    private List<String> libraries = List.of();
    private Map<String, String> overrides = Map.of();

    TuningInputBuilder(MemorySize memory, int cpus, int connections) {
        this.memory = memory;
        this.cpus = cpus;
        this.connections = connections;
    }

    /** Kind of the data's disk; {@link DiskClass#SSD} by default. */
    public TuningInputBuilder disk(DiskClass value) {
        this.disk = value;
        return this;
    }

    /** Size of all databases together; 50GB by default. */
    public TuningInputBuilder databaseSize(MemorySize value) {
        this.databaseSize = value;
        return this;
    }

    /** Version of PostgreSQL; 17 by default. */
    public TuningInputBuilder major(PgMajor value) {
        this.major = value;
        return this;
    }

    /** Build of PostgreSQL; {@link Distribution#POSTGRES_PRO_1C} by default. */
    public TuningInputBuilder distribution(Distribution value) {
        this.distribution = value;
        return this;
    }

    /**
     * Whether the server is known to be built with LZ4; false by default, because a server without it does not start
     * with {@code wal_compression = lz4}. Packages of PostgreSQL 15 and later by Debian, Ubuntu and PGDG have it; the
     * embeddable binaries on Maven Central do not.
     *
     * @see <a href="https://www.postgresql.org/docs/17/runtime-config-wal.html#GUC-WAL-COMPRESSION">PostgreSQL:
     *     wal_compression</a>
     */
    public TuningInputBuilder lz4(boolean value) {
        this.lz4 = value;
        return this;
    }

    /** What uses the databases; {@link Application#ONE_C} by default. */
    public TuningInputBuilder application(Application value) {
        this.application = value;
        return this;
    }

    /** Rules to calculate by; {@link Application#preset()} by default. */
    public TuningInputBuilder preset(Preset value) {
        this.preset = Optional.of(value);
        return this;
    }

    /** Members beside the leader; 2 by default. */
    public TuningInputBuilder standbys(int value) {
        this.standbys = value;
        return this;
    }

    /** Whether a commit waits for a standby; false by default. */
    public TuningInputBuilder synchronous(boolean value) {
        this.synchronous = value;
        return this;
    }

    /** Whether 1C keeps copies of databases by logical decoding; false by default. */
    public TuningInputBuilder databaseCopies(boolean value) {
        this.databaseCopies = value;
        return this;
    }

    /** Whether a 1C server runs on the same node; false by default. */
    public TuningInputBuilder sharedWith1cServer(boolean value) {
        this.sharedWith1cServer = value;
        return this;
    }

    /**
     * Size of the disk that WAL has to itself; 40GB is assumed by default, which is cautious, because a full disk stops
     * the server.
     */
    public TuningInputBuilder walDisk(MemorySize value) {
        return walDisk(value, WalPlace.OWN);
    }

    /** Size of the disk that holds WAL and the databases. */
    public TuningInputBuilder sharedDisk(MemorySize value) {
        return walDisk(value, WalPlace.SHARED);
    }

    TuningInputBuilder walDisk(MemorySize value, WalPlace place) {
        this.walDisk = value;
        this.walPlace = place;
        return this;
    }

    /** Limits of the container that PostgreSQL runs in; none by default. */
    public TuningInputBuilder container(ContainerLimits value) {
        this.container = Optional.of(value);
        return this;
    }

    /** Mode of the pooler before PostgreSQL; {@link PoolMode#SESSION} by default. */
    public TuningInputBuilder pooling(PoolMode value) {
        this.pooling = value;
        return this;
    }

    /** Further libraries that the server loads at start; none by default. They must be installed. */
    public TuningInputBuilder libraries(List<String> value) {
        this.libraries = value;
        return this;
    }

    /** Parameters that replace calculated ones; none by default. */
    public TuningInputBuilder overrides(Map<String, String> value) {
        this.overrides = value;
        return this;
    }

    /**
     * The input.
     *
     * @throws IllegalArgumentException when a figure is outside of the range of the rules; the message names it
     */
    public TuningInput build() {
        return new TuningInput(
                memory,
                cpus,
                disk,
                connections,
                application,
                databaseSize,
                major,
                distribution,
                lz4,
                preset.orElse(application.preset()),
                standbys,
                synchronous,
                databaseCopies,
                sharedWith1cServer,
                walDisk,
                walPlace,
                container,
                pooling,
                libraries,
                overrides);
    }
}
