package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;
import java.util.Optional;

/**
 * A fault of a rule that does not come with pg1c.
 *
 * @param kind what kind of fault it is
 * @param rule id of the rule; for {@link Kind#PROVIDER} the name of the class that brings the rules
 * @param source where the rule comes from; empty for a provider, and when the rule does not say it
 * @param value the refused value; empty when there is none
 * @param message what is wrong, with the rule, its source and the value
 * @param remedy what to write instead
 * @since 0.1
 */
public record RuleProblem(
        Kind kind, String rule, Optional<RuleSource> source, Optional<String> value, Text message, Text remedy) {

    /** Kinds of faults. */
    public enum Kind {
        /** PostgreSQL or 1C refuses the value. */
        VALUE,
        /** The rule throws an exception, returns null, or waits for its own value. */
        FAILURE,
        /** A set of rules cannot be loaded, or has a name that is taken. */
        PROVIDER
    }
}
