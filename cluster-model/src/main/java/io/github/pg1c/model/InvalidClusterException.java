package io.github.pg1c.model;

import io.github.pg1c.base.words.Problem;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A description of a cluster has errors, so nothing can be generated from it. Carries every problem, warnings included.
 *
 * @since 0.1
 */
public final class InvalidClusterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** All problems that were found. */
    public InvalidClusterException(List<Problem> problems) {
        super(problems.stream().filter(Problem::isError).map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All problems, in the order of the specification's keys. */
    public List<Problem> problems() {
        return problems;
    }
}
