package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/**
 * A rule of one's own: what a parameter is set to, and why.
 *
 * <pre>{@code
 * RuleSet rules = RuleSets.builtIn().of(Preset.BALANCED).with(new TemporaryBuffersOfErp());
 * TuningPlan plan = Calculator.plan(input, rules);
 * }</pre>
 *
 * <p>A rule is a pure function of its input. What it returns is checked as an override is. A value that the server
 * refuses or that breaks 1C's work, an exception and null are a {@link RuleProblem} that names the rule and its source;
 * the calculator collects the problems of all rules in one {@link FaultyRulesException}.
 *
 * @since 0.1
 */
public interface TuningRule {

    /** Stable id with the author's own prefix, for example {@code acme.temp_buffers}. */
    String id();

    /** PostgreSQL's name of the parameter. */
    String parameter();

    /** Why, as one or more sentences. */
    Text reason();

    /** The value with the calculation. */
    RuleResult calculate(RuleInput input);

    /** Whether the rule has something to say; true unless overridden. */
    default boolean applies(RuleInput input) {
        return true;
    }

    /** Where the rule comes from; the user unless overridden. */
    default RuleSource source() {
        return RuleSources.USER;
    }

    /** The section it is written in; that of the rule it replaces, or else {@link Group#OTHER}. */
    default Group group() {
        return Group.OTHER;
    }
}
