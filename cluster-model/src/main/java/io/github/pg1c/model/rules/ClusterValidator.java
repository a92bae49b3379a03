package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Derivation;
import java.util.ArrayList;
import java.util.List;

/**
 * Applies every rule of the domain to the description of a cluster.
 *
 * @since 0.1
 */
public final class ClusterValidator {

    private ClusterValidator() {}

    /** Everything that is wrong with the cluster, in the order of the rules' codes; empty when all is well. */
    public static List<Problem> validate(Cluster cluster) {
        return validate(new Derivation(cluster), List.of());
    }

    /**
     * The same for a cluster with stand-ins for values that could not be read.
     *
     * @param facts the cluster with its derived facts; the plan can be made from the same facts
     * @param broken paths of those values; no rule speaks of them, because its message would name the stand-in, and a
     *     rule that needs all of its values is not applied
     */
    public static List<Problem> validate(Derivation facts, List<String> broken) {
        List<Problem> problems = new ArrayList<>();
        for (ClusterRule rule : ClusterRules.rules()) {
            problems.addAll(rule.apply(facts, broken));
        }
        return List.copyOf(problems);
    }
}
