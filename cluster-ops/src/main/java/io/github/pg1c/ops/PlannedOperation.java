package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterConnection;
import java.util.function.Consumer;

/**
 * An operation whose plan can be shown to a person, or judged by a program, before anything is done.
 *
 * <pre>{@code
 * RestartPlan plan = restart.plan(cluster);
 * if (plan.isPossible()) {
 *     RestartResult result = restart.run(cluster, plan, event -> log(event));
 * }
 * }</pre>
 *
 * @param <P> what would be done
 * @param <E> what happens meanwhile
 * @param <R> how it ends
 * @since 0.1
 */
public interface PlannedOperation<P extends OperationPlan, E, R extends OperationResult>
        extends ClusterOperation<E, R> {

    /**
     * Looks at the cluster and decides what would be done. Changes nothing.
     *
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer
     */
    P plan(ClusterConnection cluster);

    /**
     * Does what the plan says; a plan with obstacles, or with nothing to do, sends no request and its result says so.
     *
     * @param plan from {@link #plan} of the same operation
     * @param listener is told what happens, in the thread of the caller
     */
    R run(ClusterConnection cluster, P plan, Consumer<? super E> listener);

    /** Plans and does it, without a look at the plan. */
    @Override
    default R run(ClusterConnection cluster, Consumer<? super E> listener) {
        return run(cluster, plan(cluster), listener);
    }
}
