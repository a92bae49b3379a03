package io.github.pg1c.pki.cfssl.input;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Inputs cannot be used. The exception has all of their problems. Nothing was issued or written.
 *
 * @since 0.1
 */
public final class CfsslException extends PkiException {
    private static final long serialVersionUID = 1L;

    private final transient List<CfsslProblem> problems;

    /** An error with all problems, at least one. */
    public CfsslException(List<CfsslProblem> problems) {
        super(Text.of(lines(problems, Language.EN), lines(problems, Language.RU)));
        this.problems = List.copyOf(problems);
    }

    private static String lines(List<CfsslProblem> problems, Language language) {
        return problems.stream().map(problem -> problem.toString(language)).collect(Collectors.joining("\n"));
    }

    /** All of them, errors and warnings, in the order in which the files were read. */
    public List<CfsslProblem> problems() {
        return problems;
    }
}
