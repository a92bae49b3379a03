package io.github.pg1c.ops;

/**
 * How an operation has ended. Each operation has a sealed type of its own with the details.
 *
 * @since 0.1
 */
public interface OperationResult {

    /** The end in one word, for programs that treat all operations alike. */
    ResultKind kind();

    /** True when the cluster is as the operation was to make it. */
    default boolean isSuccess() {
        return kind().isSuccess();
    }
}
