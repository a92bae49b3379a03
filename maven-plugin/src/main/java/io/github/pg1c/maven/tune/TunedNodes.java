package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.maven.specification.InstalledRuleSets;
import io.github.pg1c.maven.specification.Specifications;
import io.github.pg1c.maven.specification.SpecifiedCluster;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.FaultyRulesException;
import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the nodes of a question, and plans them. */
final class TunedNodes {

    private final TuneRequest order;
    private final NodeFigures figures;
    private final ParameterProblems problems;
    private final Set<OverrideProblem> refused = new LinkedHashSet<>();
    private final Set<String> faulty = new HashSet<>();

    TunedNodes(TuneRequest order, NodeFigures figures, ParameterProblems problems) {
        this.order = order;
        this.figures = figures;
        this.problems = problems;
    }

    /** The node that only figures describe. */
    List<TunedNode> described() {
        Optional<TuningInput> node = figures.node();
        node.ifPresent(input -> check(input, NodeFigures.rules(input)));
        InstalledRuleSets.all().problems().forEach(this::add);
        return node.map(input -> plan(input, NodeFigures.rules(input)))
                .map(TunedNode::of)
                .map(List::of)
                .orElseGet(List::of);
    }

    /** The nodes of specifications, grouped by equal plans. */
    List<TunedNode> specified(Specifications specifications) {
        List<TunedNode> subjects = new ArrayList<>();
        for (Cluster cluster : chosen(specifications)) {
            ClusterTuning tuning = plans(cluster);
            Map<TuningPlan, List<String>> alike = new LinkedHashMap<>();
            tuning.plans().forEach((node, plan) -> {
                if (isMeant(order.scope().node()).test(node.toString())) {
                    alike.computeIfAbsent(plan, one -> new ArrayList<>()).add(node.toString());
                }
            });
            alike.forEach((plan, nodes) ->
                    subjects.add(new TunedNode(cluster.name().toString(), nodes, plan, shared(tuning, plan))));
        }
        return subjects;
    }

    private List<Cluster> chosen(Specifications specifications) {
        List<Cluster> all = specifications.clusters().stream()
                .map(SpecifiedCluster::cluster)
                .toList();
        List<Cluster> clusters = all.stream()
                .filter(cluster ->
                        isMeant(order.scope().cluster()).test(cluster.name().toString()))
                .toList();
        if (clusters.isEmpty()) {
            nobody(
                    PropertyNames.CLUSTER,
                    order.scope().cluster(),
                    all.stream().map(cluster -> cluster.name().toString()).toList());
            return clusters;
        }
        List<String> nodes = clusters.stream()
                .flatMap(cluster -> cluster.nodesWith(NodeRole.POSTGRESQL).stream())
                .map(node -> node.name().toString())
                .toList();
        if (nodes.stream().noneMatch(isMeant(order.scope().node()))) {
            nobody(PropertyNames.NODE, order.scope().node(), nodes);
        }
        return clusters;
    }

    private static Predicate<String> isMeant(Optional<String> chosen) {
        return name -> chosen.isEmpty() || chosen.get().equals(name);
    }

    private void nobody(String parameter, Optional<String> chosen, List<String> all) {
        String name = chosen.orElse("");
        String names = String.join(", ", all);
        problems.add(
                ParameterProblems.CLUSTER,
                parameter,
                Text.of("nothing here is called '" + name + "'", "ничто здесь не называется «" + name + "»"),
                Text.of("name one of: " + names, "укажите одно из: " + names));
    }

    private ClusterTuning plans(Cluster cluster) {
        Map<NodeName, TuningPlan> plans = new LinkedHashMap<>();
        for (Node node : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            TuningInput input = figures.in(cluster, node);
            RuleSet rules = figures.rules(cluster, input);
            check(input, rules);
            plans.put(node.name(), plan(input, rules));
        }
        return ClusterTuning.of(plans);
    }

    /** Adds one problem for each impossible override of any node. */
    private void check(TuningInput input, RuleSet rules) {
        for (OverrideProblem problem : Calculator.check(input, rules)) {
            if (problem.severity() == Severity.ERROR && refused.add(problem)) {
                problems.add(ParameterProblems.MALFORMED, PropertyNames.SET, problem.message(), problem.remedy());
            }
        }
    }

    /** The plan of a node; faulty rules of the user become problems and are left out. */
    private TuningPlan plan(TuningInput input, RuleSet rules) {
        try {
            return Calculator.plan(input, rules);
        } catch (FaultyRulesException e) {
            e.problems().forEach(this::add);
            return Calculator.plan(input, e.sound());
        }
    }

    private void add(RuleProblem problem) {
        if (faulty.add(problem.rule())) {
            problems.add(ParameterProblems.MALFORMED, PropertyNames.PRESET, problem.message(), problem.remedy());
        }
    }

    private static List<String> shared(ClusterTuning tuning, TuningPlan plan) {
        return tuning.shared().stream()
                .filter(parameter -> !plan.value(parameter.name()).equals(Optional.of(parameter.value())))
                .map((PlannedParameter parameter) -> parameter.name() + " = " + parameter.value())
                .toList();
    }
}
