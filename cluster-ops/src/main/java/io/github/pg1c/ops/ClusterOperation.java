package io.github.pg1c.ops;

import io.github.pg1c.ops.connect.ClusterConnection;
import java.util.function.Consumer;

/**
 * Something that can be done with a running cluster. The operation itself is a request: an immutable value.
 *
 * @param <E> what happens meanwhile; {@link Void} where nothing is told
 * @param <R> how it ends
 * @since 0.1
 */
public interface ClusterOperation<E, R extends OperationResult> {

    /**
     * Does it, and returns when its end is known or its time is over.
     *
     * @param listener is told what happens, in the thread of the caller
     * @throws io.github.pg1c.patroni.protocol.PatroniException when the cluster does not answer a question; a request
     *     that
     *     changes something never throws, its result says what is known of it
     */
    R run(ClusterConnection cluster, Consumer<? super E> listener);
}
