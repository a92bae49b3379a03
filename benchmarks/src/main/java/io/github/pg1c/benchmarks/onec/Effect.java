package io.github.pg1c.benchmarks.onec;

import java.util.Locale;

/**
 * What one quantity of one phase came to when a rule was switched off.
 *
 * @param ratio without the rule to with it, the median of the rounds
 * @param noise how far runs of one and the same configuration were from one another: 0.06 is ±6 %
 * @param rounds in how many it was measured
 */
record Effect(String rule, String regime, String phase, Quantity quantity, double ratio, double noise, int rounds) {

    /** A line of the table that the calculator shows beside its reasons. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%s\t%s\t%s\t%s\t%.2f\t%.2f\t%d",
                rule,
                regime,
                phase,
                quantity.id(),
                ratio,
                noise,
                rounds);
    }
}
