package io.github.pg1c.tuning.rule;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Rules that do not come with pg1c are faulty, so a plan by them is not made. The message is English; {@link #problems}
 * has both languages.
 *
 * @since 0.1
 */
public final class FaultyRulesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<RuleProblem> problems;
    private final transient RuleSet sound;

    /**
     * An error about these rules.
     *
     * @param sound the set without the faulty rules
     */
    public FaultyRulesException(List<RuleProblem> problems, RuleSet sound) {
        super(problems.stream()
                .map(problem -> problem.message().en() + "; " + problem.remedy().en())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
        this.sound = sound;
    }

    /** Every faulty rule that was found, one problem each. */
    public List<RuleProblem> problems() {
        return problems;
    }

    /**
     * The set without the faulty rules. The rule that a faulty one replaced counts again. A plan by it serves to find
     * further problems, not to be written.
     */
    public RuleSet sound() {
        return sound;
    }
}
