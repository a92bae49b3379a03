package io.github.pg1c.tuning.check;

import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import java.util.Map;

/** What rules of users come to is checked as what users say. */
public final class OwnRuleCheck {

    private OwnRuleCheck() {}

    public static void check(RuleSet.Entry entry, RuleResult outcome, PlannedValues figures) {
        TuningInput input = figures.input().withOverrides(Map.of(entry.rule().parameter(), outcome.value()));
        Calculator.check(input).stream()
                .filter(problem -> problem.severity() == OverrideProblem.Severity.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalArgumentException("rule " + entry.id() + ": "
                            + problem.message().en() + "; " + problem.remedy().en());
                });
    }
}
