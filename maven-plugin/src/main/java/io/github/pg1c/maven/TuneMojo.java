package io.github.pg1c.maven;

import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.Outcome;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.maven.tune.Figures;
import io.github.pg1c.maven.tune.Order;
import io.github.pg1c.maven.tune.Tuning;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Calculates PostgreSQL's parameters, PgBouncer's limits and the kernel's settings for 1C and shows them with reasons and the budget of memory:
 * for figures that are named here, or for each PostgreSQL node of a specification, whose figures those named here replace. Writes nothing.
 *
 * @since 0.1
 */
@Mojo(name = "tune", requiresProject = false, aggregator = true, threadSafe = true)
final class TuneMojo extends SpecificationMojo {

    /**
     * Memory of the node, as {@code 16GB}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.MEMORY)
    private @Nullable String memory;

    /**
     * Processor cores of the node.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.CPUS)
    private @Nullable String cpus;

    /**
     * Connections that 1C opens at the same time.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.CONNECTIONS)
    private @Nullable String connections;

    /**
     * Kind of the data's disk: {@code hdd}, {@code ssd}, {@code nvme} or {@code san}. Default: {@code ssd}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.DISK)
    private @Nullable String disk;

    /**
     * Size of all databases together. Default: {@code 50GB}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.DATABASE_SIZE)
    private @Nullable String databaseSize;

    /**
     * Size of the disk that holds WAL. Default: {@code 40GB}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.WAL_DISK)
    private @Nullable String walDisk;

    /**
     * Major version of PostgreSQL. Default: {@code 17}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.POSTGRESQL)
    private @Nullable String postgresql;

    /**
     * Build of PostgreSQL: {@code pgdg}, {@code 1c}, {@code postgrespro-1c}, {@code postgrespro-std}, {@code postgrespro-ent}, {@code tantor-se-1c},
     * {@code pangolin} or {@code alt-1c}. Default: {@code postgrespro-1c}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.DISTRIBUTION)
    private @Nullable String distribution;

    /**
     * Whether that build has LZ4, as the packages of PostgreSQL 15 and later of Debian, Ubuntu and PGDG for these have: WAL is then
     * compressed by it. Default: what is known of the specified node's build; otherwise {@code false}, not known.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.LZ4)
    private @Nullable String lz4;

    /**
     * Rules to calculate by: {@code balanced}, {@code its-5866} or {@code initdb-1c-18}. Default: {@code balanced}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.PRESET)
    private @Nullable String preset;

    /**
     * Members of the cluster beside the leader. Default: {@code 2}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.STANDBYS)
    private @Nullable String standbys;

    /**
     * Whether a commit waits for a standby. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.SYNCHRONOUS)
    private @Nullable String synchronous;

    /**
     * Whether 1C keeps copies of databases by logical decoding. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.DATABASE_COPIES)
    private @Nullable String databaseCopies;

    /**
     * Whether a 1C server runs on the same node and takes half of the memory. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.SHARED)
    private @Nullable String shared;

    /**
     * Mode of the pooler; 1C works in {@code session} only. Default: {@code session}.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.POOLING)
    private @Nullable String pooling;

    /**
     * Memory that a container may take of the node. Default: no container.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.CONTAINER_MEMORY)
    private @Nullable String containerMemory;

    /**
     * Processors that a container may take of the node, as {@code 2.5}. Default: no container.
     *
     * @since 0.1
     */
    @Parameter(property = Figures.CONTAINER_CPUS)
    private @Nullable String containerCpus;

    /**
     * Parameters that replace calculated ones, with commas between them, as {@code work_mem=64MB,jit=off}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.set")
    private @Nullable List<String> set;

    /**
     * The name of the cluster, where several are specified. Default: all of them.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.cluster")
    private @Nullable String cluster;

    /**
     * The name of one node of the specification. Default: all of them.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.node")
    private @Nullable String node;

    /**
     * {@code table}, {@code conf} (postgresql.conf), {@code sql} (ALTER SYSTEM), {@code patroni-dynamic}, {@code patroni-local} or {@code json}.
     * Default: {@code table}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.format")
    private @Nullable String format;

    /**
     * Explains these parameters, with commas between them, and shows nothing else.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.explain")
    private @Nullable List<String> explain;

    /**
     * Shows what is different from another preset.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.compare")
    private @Nullable String compare;

    /**
     * Shows what is different from a {@code postgresql.conf}.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.against")
    private @Nullable File against;

    /**
     * A file for what the goal shows, in place of standard output.
     *
     * @since 0.1
     */
    @Parameter(property = "pg1c.outputFile")
    private @Nullable File outputFile;

    @Inject
    TuneMojo(MavenProject project, MojoExecution execution) {
        super(project, execution);
    }

    @Override
    Outcome run(Input input, Speech speech) {
        Consumer<String> output =
                path(outputFile).<Consumer<String>>map(OutputFile::new).orElse(StandardOutput.INSTANCE);
        return new Tuning(speech, output, outputFile != null)
                .of(
                        input,
                        new Order(
                                figures(),
                                list(set),
                                new Order.Scope(specificationNamed(), said(cluster), said(node)),
                                said(format),
                                list(explain),
                                said(compare),
                                path(against)));
    }

    private Map<String, String> figures() {
        Map<String, @Nullable String> figures = new LinkedHashMap<>();
        figures.put(Figures.MEMORY, memory);
        figures.put(Figures.CPUS, cpus);
        figures.put(Figures.CONNECTIONS, connections);
        figures.put(Figures.DISK, disk);
        figures.put(Figures.DATABASE_SIZE, databaseSize);
        figures.put(Figures.WAL_DISK, walDisk);
        figures.put(Figures.POSTGRESQL, postgresql);
        figures.put(Figures.DISTRIBUTION, distribution);
        figures.put(Figures.LZ4, lz4);
        figures.put(Figures.PRESET, preset);
        figures.put(Figures.STANDBYS, standbys);
        figures.put(Figures.SYNCHRONOUS, synchronous);
        figures.put(Figures.DATABASE_COPIES, databaseCopies);
        figures.put(Figures.SHARED, shared);
        figures.put(Figures.POOLING, pooling);
        figures.put(Figures.CONTAINER_MEMORY, containerMemory);
        figures.put(Figures.CONTAINER_CPUS, containerCpus);
        Map<String, String> said = new LinkedHashMap<>();
        figures.forEach((name, value) -> said(value).ifPresent(text -> said.put(name, text)));
        return said;
    }
}
