package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.Workload;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * PostgreSQL's parameters in the whole cluster: a plan for each PostgreSQL node, and the shared parameters.
 *
 * @param plans by node, in the order of the specification
 * @param shared parameters that Patroni keeps in etcd, calculated for the weakest node, because each member may become
 *     leader
 * @since 0.1
 */
public record ClusterTuning(Map<NodeName, TuningPlan> plans, List<PlannedParameter> shared) {

    public ClusterTuning {
        plans = Collections.unmodifiableMap(new LinkedHashMap<>(plans));
        shared = List.copyOf(shared);
    }

    /**
     * The plans of a valid cluster.
     *
     * @throws IllegalArgumentException when a PostgreSQL node has no memory or processors, which validation reports
     */
    public static ClusterTuning of(Cluster cluster) {
        return new Derivation(cluster).tuning();
    }

    /** The tuning of a cluster with these plans, by node. */
    public static ClusterTuning of(Map<NodeName, TuningPlan> plans) {
        return new ClusterTuning(plans, shared(plans));
    }

    /**
     * The plan of a PostgreSQL node.
     *
     * @throws IllegalArgumentException when PostgreSQL does not run there
     */
    public TuningPlan of(NodeName node) {
        TuningPlan plan = plans.get(node);
        if (plan == null) {
            throw new IllegalArgumentException("PostgreSQL does not run on " + node);
        }
        return plan;
    }

    /** The calculator's input for a node. */
    public static TuningInput input(Cluster cluster, Node node) {
        Resources resources = cluster.resourcesOf(node);
        MemorySize memory = resources.memory();
        Integer cpus = resources.cpus();
        if (memory == null || cpus == null) {
            throw new IllegalArgumentException("memory or cpus of " + node.name() + " are not known");
        }
        Postgresql postgresql = cluster.postgresql();
        Workload workload = cluster.workload();
        TuningInputBuilder builder = TuningInput.builder(memory, cpus, workload.connections())
                .databaseSize(workload.databaseSize())
                .major(postgresql.version())
                .distribution(postgresql.distribution())
                .lz4(builtWithLz4(cluster))
                .preset(workload.preset().name())
                .standbys(Math.max(0, cluster.nodesWith(NodeRole.POSTGRESQL).size() - 1))
                .synchronous(cluster.objectives().synchronous())
                .databaseCopies(workload.databaseCopies())
                .sharedWith1cServer(node.shared())
                .overrides(postgresql.parameters());
        if (resources.disk() != null) {
            builder.disk(Objects.requireNonNull(resources.disk()));
        }
        if (resources.walDisk() != null) {
            builder.walDisk(Objects.requireNonNull(resources.walDisk()));
        }
        return builder.build();
    }

    /** True for packages only, because programs in another directory may be built without LZ4. */
    private static boolean builtWithLz4(Cluster cluster) {
        return cluster.postgresql().binDirectory() == null
                && PostgresqlPackages.haveLz4(
                        cluster.postgresql().distribution(), cluster.platform().os());
    }

    private static List<PlannedParameter> shared(Map<NodeName, TuningPlan> plans) {
        return plans.values().stream()
                .min(Comparator.comparing((TuningPlan plan) -> plan.input().memory())
                        .thenComparingInt(plan -> plan.input().cpus()))
                .map(plan -> plan.parameters().stream()
                        .filter(parameter -> parameter.scope() == ParameterScope.DCS)
                        .toList())
                .orElse(List.of());
    }
}
