package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.Workload;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.DiskBudget;
import io.github.pg1c.tuning.plan.DiskLayout;
import io.github.pg1c.tuning.plan.KernelSetting;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

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

    /**
     * The parameters in force on a node: those that Patroni shares come from the weakest node.
     *
     * @throws IllegalArgumentException when PostgreSQL does not run there
     */
    public List<PlannedParameter> effective(NodeName node) {
        Map<String, PlannedParameter> common = new LinkedHashMap<>();
        shared.forEach(parameter -> common.put(parameter.name(), parameter));
        return of(node).parameters().stream()
                .map(parameter -> common.getOrDefault(parameter.name(), parameter))
                .toList();
    }

    /**
     * The space that PostgreSQL, and etcd beside it, take on the disks of a node.
     *
     * @throws IllegalArgumentException when PostgreSQL does not run there
     */
    public List<DiskBudget> disks(Cluster cluster, Node node) {
        Map<String, String> values = new LinkedHashMap<>();
        effective(node.name()).forEach(parameter -> values.put(parameter.name(), parameter.value()));
        return DiskBudget.of(
                of(node.name()).input(), name -> Optional.ofNullable(values.get(name)), layout(cluster, node));
    }

    /** The kernel's settings of a node in the order of the file, whatever runs there. */
    public List<KernelSetting> kernel(Cluster cluster, Node node) {
        return KernelPlan.of(cluster, this, node);
    }

    /** What the machines under the containers need of their kernels; empty when the nodes are no containers. */
    public List<HostKernel> hosts(Cluster cluster) {
        return KernelPlan.hosts(cluster, this);
    }

    private static DiskLayout layout(Cluster cluster, Node node) {
        return new DiskLayout(
                cluster.postgresql().walDirectory() != null,
                Optional.ofNullable(cluster.resourcesOf(node).dataDisk()),
                node.has(NodeRole.ETCD) ? Optional.of(cluster.etcd().quota()) : Optional.empty(),
                LogSpace.besideTheDatabases(cluster));
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
                .application(checkedFor(cluster))
                .preset(cluster.rules().name())
                .standbys(Math.max(0, cluster.nodesWith(NodeRole.POSTGRESQL).size() - 1))
                .synchronous(cluster.objectives().synchronous())
                .databaseCopies(workload.databaseCopies())
                .sharedWith1cServer(node.shared())
                .pooling(mode(cluster))
                .libraries(ServerExtensions.of(cluster).libraries())
                .overrides(postgresql.overrides());
        if (resources.disk() != null) {
            builder.disk(Objects.requireNonNull(resources.disk()));
        }
        disks(resources, postgresql.walDirectory() != null, builder);
        return builder.build();
    }

    private static void disks(Resources resources, boolean apart, TuningInputBuilder builder) {
        Optional<MemorySize> wal = Optional.ofNullable(resources.walDisk());
        Optional<MemorySize> data = Optional.ofNullable(resources.dataDisk());
        if (apart) {
            wal.ifPresent(builder::walDisk);
        } else {
            // Both keys name the same disk then.
            wal.map(size -> data.map(size::min).orElse(size)).or(() -> data).ifPresent(builder::sharedDisk);
        }
    }

    private static PoolMode mode(Cluster cluster) {
        return switch (cluster.access().pooling()) {
            case SESSION -> PoolMode.SESSION;
            case TRANSACTION -> PoolMode.TRANSACTION;
            case OFF -> PoolMode.OFF;
        };
    }

    /** In a mixed cluster 1C's databases have what only they need, and the server is free of it. */
    static Application checkedFor(Cluster cluster) {
        return cluster.mixed() ? Application.OTHER : cluster.application();
    }

    /**
     * What databases and roles of 1C are set to beside those of other applications: values that hold for a session and
     * that only 1C needs. Empty in a cluster of one kind, and with rules other than balanced.
     */
    public List<PlannedParameter> of1c(Cluster cluster) {
        if (!cluster.mixed() || !cluster.workload().preset().name().equals(Preset.BALANCED)) {
            return List.of();
        }
        TuningInput input = weakest(plans).orElseThrow().input().toBuilder()
                .application(Application.ONE_C)
                .build();
        RuleSet balanced = RuleSets.builtIn().of(Preset.BALANCED);
        Map<String, String> overrides = new LinkedHashMap<>(input.overrides());
        Calculator.check(input, balanced).stream()
                .filter(problem -> problem.severity() == OverrideProblem.Severity.ERROR)
                .forEach(problem -> overrides.remove(problem.name()));
        return Calculator.plan(input.withOverrides(overrides), balanced).parameters().stream()
                .filter(parameter -> RuleSets.perDatabase().contains(parameter.name()) && !parameter.overridden())
                .toList();
    }

    /** What is as 1C needs it for the whole server, because PostgreSQL has it for no single database or role. */
    public List<PlannedParameter> of1cForAll(Cluster cluster) {
        if (of1c(cluster).isEmpty()) {
            return List.of();
        }
        TuningPlan plan = weakest(plans).orElseThrow();
        TuningPlan general = Calculator.plan(plan.input(), RuleSets.builtIn().of(Preset.GENERAL));
        return plan.parameters().stream()
                .filter(parameter -> !parameter.overridden()
                        && !general.value(parameter.name()).equals(Optional.of(parameter.value())))
                .toList();
    }

    /** True for packages only, because programs in another directory may be built without LZ4. */
    private static boolean builtWithLz4(Cluster cluster) {
        return cluster.postgresql().binDirectory() == null
                && PostgresqlPackages.haveLz4(
                        cluster.postgresql().distribution(), cluster.platform().os());
    }

    private static Optional<TuningPlan> weakest(Map<NodeName, TuningPlan> plans) {
        return plans.values().stream()
                .min(Comparator.comparing((TuningPlan plan) -> plan.input().memory())
                        .thenComparingInt(plan -> plan.input().cpus()));
    }

    private static List<PlannedParameter> shared(Map<NodeName, TuningPlan> plans) {
        return weakest(plans)
                .map(plan -> plan.parameters().stream()
                        .filter(parameter -> parameter.scope() == ParameterScope.DCS)
                        .toList())
                .orElse(List.of());
    }
}
