package io.github.pg1c.model.derived;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.check.OverrideCheck;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.FaultyRulesException;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Derives facts from one cluster, each once, when it is first asked for.
 *
 * <p>The cluster may have errors: the rules read their facts here, and a rule asks only for facts that exist. For a
 * valid cluster use its {@code ClusterPlan}.
 *
 * <p>Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class Derivation {

    private final Cluster cluster;
    private final BiFunction<TuningInput, RuleSet, TuningPlan> calculator;
    private final Map<TuningInput, TuningPlan> plans = new HashMap<>();
    private final Map<TuningInput, List<RuleProblem>> ruleProblems = new HashMap<>();
    private @Nullable Layout layout;
    private @Nullable Optional<Timing> reachable;
    private @Nullable Quorum quorum;
    private @Nullable ClusterTuning tuning;
    private @Nullable ConnectionBudget connections;
    private @Nullable ClientEndpoints endpoints;
    private @Nullable List<OverrideProblem> parameterProblems;

    /** Facts of the cluster, with nodes calculated by {@link Calculator#plan(TuningInput, RuleSet)}. */
    public Derivation(Cluster cluster) {
        this(cluster, Calculator::plan);
    }

    /**
     * Facts of the cluster.
     *
     * @param calculator makes a node's plan by the cluster's rules; it is asked once for each distinct input
     */
    public Derivation(Cluster cluster, BiFunction<TuningInput, RuleSet, TuningPlan> calculator) {
        this.cluster = cluster;
        this.calculator = calculator;
    }

    /** The cluster itself. */
    public Cluster cluster() {
        return cluster;
    }

    /** Users, programs and directories on the nodes. */
    public Layout layout() {
        if (layout == null) {
            layout = Layout.of(cluster);
        }
        return layout;
    }

    /** The timing within the objective; empty when none reaches it. */
    public Optional<Timing> reachableTiming() {
        if (reachable == null) {
            reachable = Timing.within(cluster);
        }
        return reachable;
    }

    /** The timing within the objective, the fastest where none is. */
    public Timing timing() {
        return reachableTiming().orElseGet(() -> Timing.fastest(cluster));
    }

    /** The failures that etcd survives. */
    public Quorum quorum() {
        if (quorum == null) {
            quorum = Quorum.of(cluster);
        }
        return quorum;
    }

    /**
     * The plan of an input; nodes with the same input share it. Faulty rules of the user are left out, and {@link
     * #ruleProblems} names them.
     */
    public TuningPlan plan(TuningInput input) {
        return plans.computeIfAbsent(input, this::calculated);
    }

    private TuningPlan calculated(TuningInput input) {
        try {
            return calculator.apply(input, cluster.rules());
        } catch (FaultyRulesException e) {
            ruleProblems.put(input, e.problems());
            return calculator.apply(input, e.sound());
        }
    }

    /** Faults of the user's rules for an input; none for rules that come with pg1c. */
    public List<RuleProblem> ruleProblems(TuningInput input) {
        plan(input);
        return ruleProblems.getOrDefault(input, List.of());
    }

    /**
     * The plans of all PostgreSQL nodes, and the shared parameters.
     *
     * @throws IllegalArgumentException when a PostgreSQL node has no memory or processors, which a rule reports
     */
    public ClusterTuning tuning() {
        if (tuning == null) {
            Map<NodeName, TuningPlan> byNode = new LinkedHashMap<>();
            for (Node node : cluster.nodesWith(NodeRole.POSTGRESQL)) {
                byNode.put(node.name(), plan(ClusterTuning.input(cluster, node)));
            }
            tuning = ClusterTuning.of(byNode);
        }
        return tuning;
    }

    /**
     * The way of 1C's connections through pooler and server.
     *
     * @throws IllegalArgumentException as {@link #tuning()}
     */
    public ConnectionBudget connections() {
        if (connections == null) {
            connections = ConnectionBudget.of(cluster, tuning());
        }
        return connections;
    }

    /** Where 1C connects. */
    public ClientEndpoints endpoints() {
        if (endpoints == null) {
            endpoints = ClientEndpoints.of(cluster);
        }
        return endpoints;
    }

    /** Problems of {@code postgresql.parameters} that do not depend on hardware; none for an unsupported version. */
    public List<OverrideProblem> parameterProblems() {
        if (parameterProblems == null) {
            Postgresql postgresql = cluster.postgresql();
            parameterProblems = postgresql.version().supported()
                    ? OverrideCheck.problems(
                            ParameterCatalogue.of(postgresql.version(), postgresql.distribution()),
                            postgresql.parameters(),
                            cluster.objectives().synchronous(),
                            ClusterTuning.checkedFor(cluster))
                    : List.of();
        }
        return parameterProblems;
    }
}
