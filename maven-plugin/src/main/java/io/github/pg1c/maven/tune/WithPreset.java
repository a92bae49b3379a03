package io.github.pg1c.maven.tune;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.maven.parameter.ParameterProblems;
import io.github.pg1c.maven.parameter.PropertyNames;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.compare.PlanComparison;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.FaultyRulesException;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.List;

/** Asks for the differences from another preset. */
record WithPreset(RuleSet other) implements Question {

    @Override
    public void check(TuningPlan plan, ParameterProblems problems) {
        try {
            others(plan);
        } catch (FaultyRulesException e) {
            e.problems()
                    .forEach(problem -> problems.add(
                            ParameterProblems.MALFORMED, PropertyNames.COMPARE, problem.message(), problem.remedy()));
        }
    }

    @Override
    public Text answer(TuningPlan plan) {
        PlanComparison comparison = PlanComparison.of(others(plan), plan);
        String ours = plan.input().preset().id();
        return Text.of(comparison.table(name(), ours, Language.EN), comparison.table(name(), ours, Language.RU));
    }

    /** Findings about the other preset for this node, such as too little memory. */
    @Override
    public List<Text> remarks(TuningPlan plan) {
        return Calculator.review(others(plan)).stream()
                .filter(finding -> finding.code().startsWith("memory."))
                .map(PlanFinding::message)
                .map(message -> Text.of(name() + ": " + message.en(), name() + ": " + message.ru()))
                .toList();
    }

    private TuningPlan others(TuningPlan plan) {
        return Calculator.plan(plan.input(), other);
    }

    private String name() {
        return other.name().id();
    }
}
