package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterConnection;
import java.util.function.Consumer;

/**
 * An operation with a plan that a person or a program can examine before anything is done.
 *
 * <pre>{@code
 * RestartPlan plan = restart.plan(cluster);
 * if (plan.isPossible()) {
 *     RestartResult result = restart.run(cluster, plan, event -> log(event));
 * }
 * }</pre>
 *
 * @param <P> the plan
 * @param <E> events during the operation
 * @param <R> the result
 * @since 0.1
 */
public interface PlannedOperation<P extends OperationPlan, E, R extends OperationResult>
        extends ClusterOperation<E, R> {

    /**
     * Reads the state of the cluster and makes the plan. Changes nothing.
     *
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer
     */
    P plan(ClusterConnection cluster);

    /**
     * Runs the plan. A plan with obstacles, or with nothing to do, sends no request, and its result says so.
     *
     * @param plan from {@link #plan} of the same operation
     * @param listener receives the events, in the thread of the caller
     */
    R run(ClusterConnection cluster, P plan, Consumer<? super E> listener);

    /** Plans and runs the operation in one call. */
    @Override
    default R run(ClusterConnection cluster, Consumer<? super E> listener) {
        return run(cluster, plan(cluster), listener);
    }
}
