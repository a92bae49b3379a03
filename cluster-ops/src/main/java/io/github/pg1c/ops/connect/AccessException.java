package io.github.pg1c.ops.connect;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The parameters do not suffice to reach a cluster; nothing was sent.
 *
 * @since 0.1
 */
public final class AccessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<AccessProblem> problems;

    AccessException(String cluster, List<AccessProblem> problems) {
        super("no way into cluster " + cluster + ": "
                + problems.stream().map(AccessProblem::toString).collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is missing or wrong. */
    public List<AccessProblem> problems() {
        return problems;
    }
}
