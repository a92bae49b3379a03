package io.github.pg1c.maven.goal;

import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Speech;
import io.github.pg1c.maven.tune.TuneRequest;
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
 * Calculates PostgreSQL's parameters, PgBouncer's limits and the kernel's settings for 1C or other applications and
 * shows them with reasons and the budget of memory. The figures are named here or come from each PostgreSQL node of a specification; those
 * named here replace the specification's. Writes nothing.
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
    @Parameter(property = PropertyNames.MEMORY)
    private @Nullable String memory;

    /**
     * Processor cores of the node.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CPUS)
    private @Nullable String cpus;

    /**
     * Connections that 1C or other applications open at the same time.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CONNECTIONS)
    private @Nullable String connections;

    /**
     * What uses the databases: {@code 1c} or {@code other}, as {@code databases[].application} of a specification.
     * Default: what the specification says, otherwise {@code 1c}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.APPLICATION)
    private @Nullable String application;

    /**
     * Kind of the data's disk: {@code hdd}, {@code ssd}, {@code nvme} or {@code san}. Default: {@code ssd}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DISK)
    private @Nullable String disk;

    /**
     * Size of all databases together. Default: {@code 50GB}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DATABASE_SIZE)
    private @Nullable String databaseSize;

    /**
     * Size of the disk that holds WAL. Default: {@code 40GB}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.WAL_DISK)
    private @Nullable String walDisk;

    /**
     * Major version of PostgreSQL. Default: {@code 17}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.POSTGRESQL)
    private @Nullable String postgresql;

    /**
     * Build of PostgreSQL: {@code pgdg}, {@code 1c}, {@code postgrespro-1c}, {@code postgrespro-std},
     * {@code postgrespro-ent}, {@code tantor-se-1c}, {@code pangolin} or {@code alt-1c}. Default:
     * {@code postgrespro-1c}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DISTRIBUTION)
    private @Nullable String distribution;

    /**
     * Whether that build has LZ4, which then compresses WAL. Packages of PostgreSQL 15 and later of Debian, Ubuntu and
     * PGDG have it. Default: the known value for the specified node's build, otherwise {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.LZ4)
    private @Nullable String lz4;

    /**
     * Rules to calculate by: {@code balanced}, {@code general}, {@code its-5866} or {@code initdb-1c-18}. With
     * application {@code other}, {@code balanced} means {@code general}. Default: {@code balanced}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.PRESET)
    private @Nullable String preset;

    /**
     * Members of the cluster in addition to the leader. Default: {@code 2}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.STANDBYS)
    private @Nullable String standbys;

    /**
     * Whether a commit waits for a standby. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SYNCHRONOUS)
    private @Nullable String synchronous;

    /**
     * Whether 1C keeps copies of databases by logical decoding. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.DATABASE_COPIES)
    private @Nullable String databaseCopies;

    /**
     * Whether a 1C server runs on the same node and takes half of the memory. Default: {@code false}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SHARED)
    private @Nullable String shared;

    /**
     * Mode of the pooler: {@code session}, {@code transaction} or {@code statement}, and {@code off} without one; 1C
     * works in {@code session} only. Default: {@code session}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.POOLING)
    private @Nullable String pooling;

    /**
     * Memory that a container may take of the node. Default: no container.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CONTAINER_MEMORY)
    private @Nullable String containerMemory;

    /**
     * Processors that a container may take of the node, as {@code 2.5}. Default: no container.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CONTAINER_CPUS)
    private @Nullable String containerCpus;

    /**
     * Parameters that replace calculated ones, with commas between them, as {@code work_mem=64MB,jit=off}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.SET)
    private @Nullable List<String> set;

    /**
     * The name of the cluster, when several are specified. Default: all of them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.CLUSTER)
    private @Nullable String cluster;

    /**
     * The name of one node of the specification. Default: all of them.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.NODE)
    private @Nullable String node;

    /**
     * {@code table}, {@code conf} (postgresql.conf), {@code sql} (ALTER SYSTEM), {@code patroni-dynamic},
     * {@code patroni-local} or {@code json}. Default: {@code table}.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.FORMAT)
    private @Nullable String format;

    /**
     * Explains these parameters, with commas between them, and shows nothing else.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.EXPLAIN)
    private @Nullable List<String> explain;

    /**
     * Shows the differences from another preset.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.COMPARE)
    private @Nullable String compare;

    /**
     * Shows the differences from a {@code postgresql.conf} with everything that it includes and {@code
     * postgresql.auto.conf}, or from a script of {@code ALTER SYSTEM}. A file that the server would refuse is an error.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.AGAINST)
    private @Nullable File against;

    /**
     * A file for what the goal shows, in place of standard output.
     *
     * @since 0.1
     */
    @Parameter(property = PropertyNames.OUTPUT_FILE)
    private @Nullable File outputFile;

    @Inject
    TuneMojo(MavenProject project, MojoExecution execution) {
        super(project, execution);
    }

    @Override
    protected GoalResult run(Input input, Speech speech) {
        Consumer<String> output =
                path(outputFile).<Consumer<String>>map(OutputFile::new).orElse(StandardOutput.INSTANCE);
        return new Tuning(speech, output, outputFile != null)
                .of(
                        input,
                        new TuneRequest(
                                figures(),
                                list(set),
                                new TuneRequest.Scope(specificationNamed(), said(cluster), said(node)),
                                said(format),
                                list(explain),
                                said(compare),
                                path(against)));
    }

    private Map<String, String> figures() {
        Map<String, @Nullable String> figures = new LinkedHashMap<>();
        figures.put(PropertyNames.MEMORY, memory);
        figures.put(PropertyNames.CPUS, cpus);
        figures.put(PropertyNames.CONNECTIONS, connections);
        figures.put(PropertyNames.APPLICATION, application);
        figures.put(PropertyNames.DISK, disk);
        figures.put(PropertyNames.DATABASE_SIZE, databaseSize);
        figures.put(PropertyNames.WAL_DISK, walDisk);
        figures.put(PropertyNames.POSTGRESQL, postgresql);
        figures.put(PropertyNames.DISTRIBUTION, distribution);
        figures.put(PropertyNames.LZ4, lz4);
        figures.put(PropertyNames.PRESET, preset);
        figures.put(PropertyNames.STANDBYS, standbys);
        figures.put(PropertyNames.SYNCHRONOUS, synchronous);
        figures.put(PropertyNames.DATABASE_COPIES, databaseCopies);
        figures.put(PropertyNames.SHARED, shared);
        figures.put(PropertyNames.POOLING, pooling);
        figures.put(PropertyNames.CONTAINER_MEMORY, containerMemory);
        figures.put(PropertyNames.CONTAINER_CPUS, containerCpus);
        Map<String, String> said = new LinkedHashMap<>();
        figures.forEach((name, value) -> said(value).ifPresent(text -> said.put(name, text)));
        return said;
    }
}
