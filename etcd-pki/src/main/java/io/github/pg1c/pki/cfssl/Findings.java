package io.github.pg1c.pki.cfssl;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the inputs of one call, so that everything is told at once. */
final class Findings {
    private final Strictness strictness;
    private final List<CfsslProblem> problems = new ArrayList<>();

    Findings(Strictness strictness) {
        this.strictness = strictness;
    }

    Strictness strictness() {
        return strictness;
    }

    boolean isStrict() {
        return strictness == Strictness.STRICT;
    }

    void add(CfsslRule rule, Origin origin, String... arguments) {
        add(rule, rule.isErrorWhen(strictness), origin, arguments);
    }

    /** An error in either mode, where the rule alone would not say so. */
    void refuse(CfsslRule rule, Origin origin, String... arguments) {
        add(rule, true, origin, arguments);
    }

    private void add(CfsslRule rule, boolean isError, Origin origin, String... arguments) {
        CfsslProblem problem = new CfsslProblem(
                rule, isError, origin.file(), origin.line(), origin.column(), origin.path(), List.of(arguments));
        // A profile is looked at once for each certificate; what is wrong with it is told once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(CfsslProblem::isError);
    }

    List<CfsslProblem> soFar() {
        return List.copyOf(problems);
    }

    /** The warnings, when there is nothing worse. */
    List<CfsslProblem> orThrow() {
        if (hasErrors()) {
            throw exception();
        }
        return List.copyOf(problems);
    }

    CfsslException exception() {
        return new CfsslException(problems);
    }
}
