package io.github.pg1c.ops;

import java.util.List;

/**
 * What an operation would do, and what stands against it.
 *
 * @since 0.1
 */
public interface OperationPlan {

    /** Everything that prevents the operation, all at once; empty when nothing does. */
    List<Obstacle> obstacles();

    /** True when the cluster is already as the operation would make it. */
    default boolean isNothing() {
        return false;
    }

    /** True when nothing prevents the operation. */
    default boolean isPossible() {
        return obstacles().isEmpty();
    }
}
