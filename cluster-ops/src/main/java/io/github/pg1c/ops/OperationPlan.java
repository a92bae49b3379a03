package io.github.pg1c.ops;

import java.util.List;

/**
 * The plan of an operation: its effect, and its obstacles.
 *
 * @since 0.1
 */
public interface OperationPlan {

    /** Everything that prevents the operation, all at once; empty when nothing does. */
    List<Obstacle> obstacles();

    /** True when the cluster already is in the wanted state. */
    default boolean isNothing() {
        return false;
    }

    /** True when nothing prevents the operation. */
    default boolean isPossible() {
        return obstacles().isEmpty();
    }
}
