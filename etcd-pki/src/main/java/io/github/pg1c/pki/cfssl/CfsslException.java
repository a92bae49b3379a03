package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.PkiException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Inputs that cannot be used, with everything that is wrong with them. Nothing was issued and nothing written.
 *
 * @since 0.1
 */
public final class CfsslException extends PkiException {
    private static final long serialVersionUID = 1L;

    private final transient List<CfsslProblem> problems;

    CfsslException(List<CfsslProblem> problems) {
        super(problems.stream().map(CfsslProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** All of them, errors and warnings, in the order in which the files were read. */
    public List<CfsslProblem> problems() {
        return problems;
    }
}
