package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterConnection;
import java.util.function.Consumer;

/**
 * An operation on a running cluster. The operation itself is a request, an immutable value.
 *
 * @param <E> events during the operation; {@link Void} for an operation without events
 * @param <R> the result
 * @since 0.1
 */
public interface ClusterOperation<E, R extends OperationResult> {

    /**
     * Runs the operation, and returns when its result is known or its time limit is over.
     *
     * @param listener receives the events, in the thread of the caller
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer a question; a request
     *     that changes something never throws, its result tells what is known
     */
    R run(ClusterConnection cluster, Consumer<? super E> listener);
}
