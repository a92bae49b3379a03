package io.github.pg1c.pki.cfssl.json;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslException;
import io.github.pg1c.pki.cfssl.input.CfsslProblem;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.Strictness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the problems of the inputs of one call. */
public final class InputProblems {
    private final Strictness strictness;
    private final List<CfsslProblem> problems = new ArrayList<>();

    public InputProblems(Strictness strictness) {
        this.strictness = strictness;
    }

    Strictness strictness() {
        return strictness;
    }

    public boolean isStrict() {
        return strictness == Strictness.STRICT;
    }

    /** A broken rule; an error or a warning, according to the mode. */
    public void add(CfsslRule rule, InputPlace place) {
        add(rule, rule.isErrorWhen(strictness), place, List.of());
    }

    /** A broken rule with values that are the same in every language. */
    public void add(CfsslRule rule, InputPlace place, String... values) {
        add(rule, rule.isErrorWhen(strictness), place, same(values));
    }

    /** A broken rule with values that are words. */
    public void add(CfsslRule rule, InputPlace place, Text... values) {
        add(rule, rule.isErrorWhen(strictness), place, List.of(values));
    }

    /** An error in either mode, whatever the rule says. */
    public void refuse(CfsslRule rule, InputPlace place, String... values) {
        add(rule, true, place, same(values));
    }

    private void add(CfsslRule rule, boolean isError, InputPlace place, List<Text> values) {
        CfsslProblem problem =
                new CfsslProblem(rule, isError, place.file(), place.line(), place.column(), place.path(), values);
        // A profile is read once for each certificate, but its problems are reported once.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private static List<Text> same(String... values) {
        return Arrays.stream(values).map(Text::same).toList();
    }

    /** False when the value there, or one below it, was refused, so that what follows from it is no news. */
    public boolean isSound(InputPlace place) {
        int length = place.path().length();
        return problems.stream()
                .filter(problem -> problem.isError() && problem.file().equals(place.file()))
                .map(CfsslProblem::path)
                .noneMatch(path -> path.regionMatches(true, 0, place.path(), 0, length)
                        && (path.length() == length || path.charAt(length) == '.' || path.charAt(length) == '['));
    }

    boolean hasErrors() {
        return problems.stream().anyMatch(CfsslProblem::isError);
    }

    public List<CfsslProblem> soFar() {
        return List.copyOf(problems);
    }

    /** The warnings, if there are no errors. */
    public List<CfsslProblem> orThrow() {
        if (hasErrors()) {
            throw exception();
        }
        return List.copyOf(problems);
    }

    public CfsslException exception() {
        return new CfsslException(problems);
    }
}
