package io.github.pg1c.tuning;

import java.util.Map;

/** What rules of users come to is checked as what users say. */
final class OwnRules {

    private OwnRules() {}

    static void check(RuleSet.Entry entry, Outcome outcome, Figures figures) {
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
