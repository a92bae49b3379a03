package io.github.pg1c.tuning.input;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a database node is and what 1C, or another application, asks of it.
 *
 * @param memory of the node or the container
 * @param cpus processor cores, 1 or more
 * @param disk kind of the data's disk
 * @param connections that the application opens at the same time, 1 or more
 * @param application what uses the databases
 * @param databaseSize of all databases together
 * @param major version of PostgreSQL
 * @param distribution build of PostgreSQL
 * @param lz4 whether the server is known to be built with LZ4
 * @param preset rules to calculate by
 * @param standbys members beside the leader
 * @param synchronous whether a commit waits for a standby
 * @param databaseCopies whether 1C keeps copies of databases by logical decoding
 * @param sharedWith1cServer whether a 1C server runs on the same node and takes half of the memory
 * @param walDisk size of the disk that holds WAL
 * @param walPlace whether that size is given, and whether the databases lie on the same disk
 * @param container limits of the container that PostgreSQL runs in; nothing on a host of its own
 * @param pooling mode of the pooler before it, off without one; 1C works in session mode only
 * @param libraries further libraries that the server loads at start, in their order
 * @param overrides parameters that replace calculated ones, sorted by name
 * @since 0.1
 */
public record TuningInput(
        MemorySize memory,
        int cpus,
        DiskClass disk,
        int connections,
        Application application,
        MemorySize databaseSize,
        PgMajor major,
        Distribution distribution,
        boolean lz4,
        Preset preset,
        int standbys,
        boolean synchronous,
        boolean databaseCopies,
        boolean sharedWith1cServer,
        MemorySize walDisk,
        WalPlace walPlace,
        Optional<ContainerLimits> container,
        PoolMode pooling,
        List<String> libraries,
        Map<String, String> overrides) {

    /** The least memory that the rules accept. */
    public static final MemorySize LEAST_MEMORY = MemorySize.ofMegabytes(512);

    /** The most connections that the rules accept. */
    public static final int MOST_CONNECTIONS = 100_000;

    public TuningInput {
        require(memory.compareTo(LEAST_MEMORY) >= 0, "memory", memory, "at least " + LEAST_MEMORY);
        require(cpus >= 1 && cpus <= 4096, "cpus", cpus, "1 to 4096");
        require(connections >= 1 && connections <= MOST_CONNECTIONS, "connections", connections, "1 to 100000");
        require(standbys >= 0 && standbys <= 100, "standbys", standbys, "0 to 100");
        libraries = List.copyOf(libraries);
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
    }

    private static void require(boolean condition, String what, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(what + " is " + value + ": must be " + allowed);
        }
    }

    /**
     * A builder with the three figures that have no default.
     *
     * @param memory of the node or the container, 512MB or more
     * @param cpus processor cores
     * @param connections that 1C or other applications open at the same time
     */
    public static TuningInputBuilder builder(MemorySize memory, int cpus, int connections) {
        return new TuningInputBuilder(memory, cpus, connections);
    }

    /**
     * What WAL may take of its disk: all of it, or what the databases and headroom of a tenth leave, at least a tenth.
     *
     * @see #walRoomName() its calculation
     */
    public MemorySize walRoom() {
        return walPlace == WalPlace.SHARED
                ? walDisk.times(0.9)
                        .minus(databaseSize)
                        .max(walDisk.dividedBy(10))
                        .wholeMegabytes()
                : walDisk;
    }

    /** {@link #walRoom()} in formulas. */
    public Text walRoomName() {
        return switch (walPlace) {
            case OWN -> Text.of("the WAL disk of " + walDisk, "диска WAL " + walDisk);
            case ASSUMED ->
                Text.of("a WAL disk assumed to have " + walDisk, "диска WAL, размер которого принят за " + walDisk);
            case SHARED ->
                Text.of(
                        "the " + walRoom() + " that databases of " + databaseSize + " and headroom leave of a disk of "
                                + walDisk,
                        "от " + walRoom() + ", которые базы " + databaseSize + " и запас оставляют на диске "
                                + walDisk);
        };
    }

    /** Memory of the node, or of the container where that is less. */
    public MemorySize usableMemory() {
        return container.map(limits -> limits.memory().min(memory)).orElse(memory);
    }

    /** Processors of the node, or of the container where these are fewer. */
    public int usableCpus() {
        return container.map(limits -> Math.min(cpus, limits.wholeCpus())).orElse(cpus);
    }

    /** A builder that begins with these figures, to change some of the others. */
    public TuningInputBuilder toBuilder() {
        return toBuilder(memory, cpus, connections);
    }

    /** A builder that begins with these figures except the three. */
    public TuningInputBuilder toBuilder(MemorySize otherMemory, int otherCpus, int otherConnections) {
        TuningInputBuilder builder = builder(otherMemory, otherCpus, otherConnections)
                .disk(disk)
                .application(application)
                .databaseSize(databaseSize)
                .major(major)
                .distribution(distribution)
                .lz4(lz4)
                .preset(preset)
                .standbys(standbys)
                .synchronous(synchronous)
                .databaseCopies(databaseCopies)
                .sharedWith1cServer(sharedWith1cServer)
                .walDisk(walDisk, walPlace)
                .pooling(pooling)
                .libraries(libraries)
                .overrides(overrides);
        container.ifPresent(builder::container);
        return builder;
    }

    /** The same input with other overrides. */
    public TuningInput withOverrides(Map<String, String> others) {
        return toBuilder().overrides(others).build();
    }

    /** The same input by another preset. */
    public TuningInput withPreset(Preset other) {
        return toBuilder().preset(other).build();
    }
}
