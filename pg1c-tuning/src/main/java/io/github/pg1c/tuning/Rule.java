package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Text;
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
record Rule(
        String parameter,
        Group group,
        Source source,
        Text reason,
        Predicate<Figures> applies,
        Function<Figures, Outcome> calculation) {

    /** A rule that calculates. */
    static Rule of(
            String parameter,
            Group group,
            Source source,
            Function<Figures, Outcome> calculation,
            String en,
            String ru) {
        return new Rule(parameter, group, source, Text.of(en, ru), figures -> true, calculation);
    }

    /** A rule that always comes to the same value. */
    static Rule fixed(String parameter, Group group, Source source, String value, String en, String ru) {
        Outcome outcome = new Outcome(value, Text.same(parameter + " = " + value));
        return of(parameter, group, source, figures -> outcome, en, ru);
    }

    /** A rule of the user; in place of another it keeps that one's section. */
    static Rule of(TuningRule rule, Group group) {
        return new Rule(
                rule.parameter(),
                rule.group() == Group.OTHER ? group : rule.group(),
                rule.source(),
                rule.reason(),
                rule::applies,
                rule::calculate);
    }

    /** The same rule where a condition holds. */
    Rule where(Predicate<Figures> condition) {
        return new Rule(parameter, group, source, reason, applies.and(condition), calculation);
    }

    /** The same rule from a version on. */
    Rule since(int major) {
        return where(figures -> figures.input().major().atLeast(major));
    }

    /** The same rule up to a version. */
    Rule until(int major) {
        return where(figures -> !figures.input().major().atLeast(major + 1));
    }
}
