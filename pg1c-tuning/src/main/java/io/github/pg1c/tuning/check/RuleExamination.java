package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.FaultyRule;
import io.github.pg1c.tuning.calculation.RuleFaults;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.List;
import java.util.Map;

/** Checks the result of a user's rule as strictly as an override. */
public final class RuleExamination {

    private RuleExamination() {}

    /**
     * Accepts a value that the server and 1C accept.
     *
     * @throws FaultyRule for any other value; the problem says what to return instead
     */
    public static void require(TuningInput input, TuningRule rule, RuleResult result) {
        if (result.value().chars().anyMatch(Character::isISOControl)) {
            throw RuleFaults.refused(
                    rule,
                    result.value(),
                    Text.of("the value has a control character", "в значении есть управляющий символ"),
                    Text.of("write a value of one line", "напишите значение одной строкой"));
        }
        problems(input, rule, result.value()).stream()
                .filter(problem -> problem.severity() == OverrideProblem.Severity.ERROR)
                .findFirst()
                .ifPresent(problem -> {
                    throw RuleFaults.refused(rule, result.value(), problem.message(), problem.remedy());
                });
    }

    /** Errors and warnings about the value of a rule. */
    static List<OverrideProblem> problems(TuningInput input, TuningRule rule, String value) {
        return InputCheck.problems(input.withOverrides(Map.of(rule.parameter(), value)), RuleSet.none());
    }
}
