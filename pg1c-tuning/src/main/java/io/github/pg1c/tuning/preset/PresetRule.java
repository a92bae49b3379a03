package io.github.pg1c.tuning.preset;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.calculation.PlannedValues;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule of a preset: what a parameter is set to, and why.
 *
 * @param parameter PostgreSQL's name
 * @param group section it is written in
 * @param source where the rule comes from
 * @param reason why, as sentences
 * @param applies whether the version and the build have it and the input needs it
 * @param calculation the value from the figures
 */
public record PresetRule(
        String parameter,
        Group group,
        RuleSource source,
        Text reason,
        Predicate<PlannedValues> applies,
        Function<PlannedValues, RuleResult> calculation) {

    /** A rule that calculates. */
    public static PresetRule of(
            String parameter,
            Group group,
            RuleSource source,
            Function<PlannedValues, RuleResult> calculation,
            String en,
            String ru) {
        return new PresetRule(parameter, group, source, Text.of(en, ru), figures -> true, calculation);
    }

    /** A rule that always comes to the same value. */
    static PresetRule fixed(String parameter, Group group, RuleSource source, String value, String en, String ru) {
        RuleResult outcome = new RuleResult(value, Text.same(parameter + " = " + value));
        return of(parameter, group, source, figures -> outcome, en, ru);
    }

    /** A rule of the user; in place of another it keeps that one's section. */
    public static PresetRule of(TuningRule rule, Group group) {
        return new PresetRule(
                rule.parameter(),
                rule.group() == Group.OTHER ? group : rule.group(),
                rule.source(),
                rule.reason(),
                rule::applies,
                rule::calculate);
    }

    /** The same rule where a condition holds. */
    PresetRule where(Predicate<PlannedValues> condition) {
        return new PresetRule(parameter, group, source, reason, applies.and(condition), calculation);
    }

    /** The same rule from a version on. */
    PresetRule since(int major) {
        return where(figures -> figures.input().major().atLeast(major));
    }

    /** The same rule up to a version. */
    PresetRule until(int major) {
        return where(figures -> !figures.input().major().atLeast(major + 1));
    }
}
