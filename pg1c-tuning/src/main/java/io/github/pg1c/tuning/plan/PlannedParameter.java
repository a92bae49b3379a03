package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.catalogue.RestartRule;
import io.github.pg1c.tuning.rule.Confidence;
import io.github.pg1c.tuning.rule.Group;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.RuleSource;

/**
 * A parameter of PostgreSQL with its value and the reason for it.
 *
 * @param name PostgreSQL's name of it
 * @param value in PostgreSQL's spelling, unquoted: {@code 4GB}, {@code 20s}, {@code on}, {@code 1.1}
 * @param unit base unit that a bare number counts in, for example {@code 8kB} or {@code ms}; empty when it has none
 * @param scope where Patroni keeps it
 * @param change what a running server needs to take it
 * @param order which member takes it first
 * @param ruleId stable id of the rule; {@code override} when the user wrote the value
 * @param formula the calculation with its numbers: {@code RAM / 4 = 4GB}
 * @param reason why, as one or more sentences
 * @param source where the rule comes from
 * @param group the section it is written in
 * @since 0.1
 */
public record PlannedParameter(
        String name,
        String value,
        String unit,
        ParameterScope scope,
        Activation change,
        RestartRule order,
        String ruleId,
        Text formula,
        Text reason,
        RuleSource source,
        Group group) {

    /** The {@link #ruleId()} of a value that the user wrote. */
    public static final String OVERRIDE = RuleSet.OVERRIDE;

    /** Whether the user wrote the value. */
    public boolean overridden() {
        return ruleId.equals(OVERRIDE);
    }

    /** How well the value is founded. */
    public Confidence confidence() {
        return source.confidence();
    }
}
