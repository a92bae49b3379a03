package io.github.pg1c.model.yaml;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import java.util.List;
import java.util.Optional;

/**
 * The result of reading a file.
 *
 * @param plan the cluster and what follows from it; present only when no problem is an error
 * @param problems every problem in the order of places
 * @param sha256 hash of the text that was read, 64 hexadecimal digits
 * @since 0.1
 */
public record Specification(Optional<ClusterPlan> plan, List<Problem> problems, String sha256) {

    public Specification {
        problems = List.copyOf(problems);
    }

    /** The cluster; present only when no problem is an error. */
    public Optional<Cluster> cluster() {
        return plan.map(ClusterPlan::cluster);
    }

    /** Whether nothing can be generated from it. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }
}
