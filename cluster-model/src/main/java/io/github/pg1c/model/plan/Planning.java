package io.github.pg1c.model.plan;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.derived.Derivation;
import io.github.pg1c.model.rules.ClusterValidator;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The check of a cluster, and its plan.
 *
 * @param problems everything that is wrong, warnings included, in the order of the rules' codes
 * @param plan the plan; present only when no problem is an error and no value was broken
 * @since 0.1
 */
public record Planning(List<Problem> problems, Optional<ClusterPlan> plan) {

    public Planning {
        problems = List.copyOf(problems);
    }

    /** Checks a cluster and plans it when it has no error. */
    public static Planning of(Cluster cluster) {
        return of(cluster, List.of(), Calculator::plan);
    }

    /**
     * The same for a cluster with stand-ins for values that could not be read.
     *
     * @param broken paths of those values, as {@code nodes[2].address}; there is no plan unless the list is empty
     * @param calculator makes a node's plan; it is asked once for each distinct input
     */
    public static Planning of(
            Cluster cluster, List<String> broken, BiFunction<TuningInput, RuleSet, TuningPlan> calculator) {
        Derivation derivation = new Derivation(cluster, calculator);
        List<Problem> problems = ClusterValidator.validate(derivation, broken);
        boolean valid = broken.isEmpty() && problems.stream().noneMatch(Problem::isError);
        return new Planning(problems, valid ? Optional.of(new ClusterPlan(derivation)) : Optional.empty());
    }

    /**
     * The plan.
     *
     * @throws InvalidClusterException with the problems, when there is none
     */
    public ClusterPlan orElseThrow() {
        return plan.orElseThrow(() -> new InvalidClusterException(problems));
    }
}
