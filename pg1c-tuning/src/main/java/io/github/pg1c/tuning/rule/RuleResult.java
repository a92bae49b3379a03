package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.catalogue.MemorySize;

/**
 * The result of a rule.
 *
 * @param value in PostgreSQL's spelling, unquoted: {@code 4GB}, {@code 20s}, {@code on}
 * @param formula the calculation with its numbers: {@code RAM / 4 = 4GB}
 * @since 0.1
 */
public record RuleResult(String value, Text formula) {

    /** A calculation and its result. */
    public static RuleResult of(Object value, String en, String ru) {
        return new RuleResult(value.toString(), Text.of(en + " = " + value, ru + " = " + value));
    }

    /** A value that a circumstance decides. */
    public static RuleResult given(Object value, String en, String ru) {
        return new RuleResult(value.toString(), Text.of(en + ": " + value, ru + ": " + value));
    }

    /** A calculation that reads the same in both languages. */
    public static RuleResult of(Object value, String formula) {
        return of(value, formula, formula);
    }

    /**
     * The same result, at most a limit; the formula shows a limit that counts.
     *
     * @param limit as a size, for example {@code 64MB}
     * @throws IllegalArgumentException when the value is not a size
     */
    public RuleResult atMost(MemorySize limit) {
        return MemorySize.parse(value).compareTo(limit) <= 0
                ? this
                : new RuleResult(
                        limit.toPostgres(),
                        Text.of(formula.en() + ", at most " + limit, formula.ru() + ", не больше " + limit));
    }
}
