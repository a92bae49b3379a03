package io.github.pg1c.ops;

/**
 * The result of an operation. Each operation has its own sealed type with the details.
 *
 * @since 0.1
 */
public interface OperationResult {

    /** The result in one word, for programs that treat all operations alike. */
    ResultKind kind();

    /** True when the cluster is in the wanted state. */
    default boolean isSuccess() {
        return kind().isSuccess();
    }
}
