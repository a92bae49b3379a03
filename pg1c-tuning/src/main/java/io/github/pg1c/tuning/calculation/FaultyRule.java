package io.github.pg1c.tuning.calculation;

import io.github.pg1c.tuning.rule.RuleProblem;
import io.github.pg1c.tuning.rule.TuningRule;

/** A fault of a rule that does not come with pg1c. It ends the calculation, which is then repeated without the rule. */
public final class FaultyRule extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient TuningRule rule;
    private final transient RuleProblem problem;

    public FaultyRule(TuningRule rule, RuleProblem problem) {
        super(problem.message().en(), null, false, false);
        this.rule = rule;
        this.problem = problem;
    }

    public TuningRule rule() {
        return rule;
    }

    public RuleProblem problem() {
        return problem;
    }
}
