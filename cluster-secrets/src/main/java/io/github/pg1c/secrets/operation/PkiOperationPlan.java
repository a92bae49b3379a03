package io.github.pg1c.secrets.operation;

import java.util.List;

/**
 * What an operation on certificates would do, and what prevents it.
 *
 * @since 0.1
 */
public interface PkiOperationPlan {

    /** Everything that prevents the operation, all at once; empty when nothing does. */
    List<CertificateObstacle> obstacles();

    /** True when nothing prevents the operation. */
    default boolean isPossible() {
        return obstacles().isEmpty();
    }
}
