package io.github.pg1c.model.rules;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Problem;
import java.util.List;

/** Temporary. */
public final class ClusterValidator {
    private ClusterValidator() {}

    public static List<Problem> validate(Cluster cluster) {
        throw new UnsupportedOperationException(cluster.toString());
    }
}
