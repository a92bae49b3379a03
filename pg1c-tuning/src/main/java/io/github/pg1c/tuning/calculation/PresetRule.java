package io.github.pg1c.tuning.calculation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.TuningRule;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One rule of a preset that comes with pg1c: what a parameter is set to, and why.
 *
 * @param id the preset's name and the parameter's, for example {@code balanced.work_mem}
 * @param parameter PostgreSQL's name
 * @param group section it is written in
 * @param source where the rule comes from
 * @param reason why, as sentences
 * @param condition whether the version and the build have the parameter and the input needs it
 * @param calculation the value from the node and other values
 */
public record PresetRule(
        String id,
        String parameter,
        Group group,
        RuleSource source,
        Text reason,
        Predicate<Sizing> condition,
        Function<Sizing, RuleResult> calculation)
        implements TuningRule {

    /** A rule that calculates. */
    public static PresetRule of(
            String parameter,
            Group group,
            RuleSource source,
            Function<Sizing, RuleResult> calculation,
            String en,
            String ru) {
        return new PresetRule(parameter, parameter, group, source, Text.of(en, ru), sizing -> true, calculation);
    }

    /** A rule that always comes to the same value. */
    public static PresetRule fixed(
            String parameter, Group group, RuleSource source, String value, String en, String ru) {
        RuleResult result = new RuleResult(value, Text.same(parameter + " = " + value));
        return of(parameter, group, source, sizing -> result, en, ru);
    }

    /** The same rule as one of a preset. */
    public PresetRule of(String preset) {
        return new PresetRule(preset + "." + parameter, parameter, group, source, reason, condition, calculation);
    }

    /** The same rule for another reason. */
    public PresetRule because(RuleSource other, String en, String ru) {
        return new PresetRule(id, parameter, group, other, Text.of(en, ru), condition, calculation);
    }

    /** The same rule where a condition holds. */
    public PresetRule where(Predicate<Sizing> other) {
        return new PresetRule(id, parameter, group, source, reason, condition.and(other), calculation);
    }

    /** The same rule from a version on. */
    public PresetRule since(int major) {
        return where(sizing -> sizing.input().major().atLeast(major));
    }

    /** The same rule up to a version. */
    public PresetRule until(int major) {
        return where(sizing -> !sizing.input().major().atLeast(major + 1));
    }

    @Override
    public boolean applies(RuleInput values) {
        return condition.test(new Sizing(values));
    }

    @Override
    public RuleResult calculate(RuleInput values) {
        return calculation.apply(new Sizing(values));
    }
}
