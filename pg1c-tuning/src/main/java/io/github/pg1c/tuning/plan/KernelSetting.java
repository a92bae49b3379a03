package io.github.pg1c.tuning.plan;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.rule.RuleSource;
import io.github.pg1c.tuning.rule.RuleSources;

/**
 * One setting of the Linux kernel.
 *
 * @param key name as in {@code sysctl.conf}
 * @param value its value
 * @param unit what a number counts, for example {@code B}, {@code s} or {@code %}; empty when it has none
 * @param formula the calculation with its numbers
 * @param reason why
 * @param source where the rule comes from
 * @see <a href="https://www.kernel.org/doc/html/latest/admin-guide/sysctl/index.html">Linux: sysctl</a>
 * @since 0.1
 */
public record KernelSetting(String key, String value, String unit, Text formula, Text reason, RuleSource source) {

    /** A setting without a calculation, judged by this project. */
    public KernelSetting(String key, String value, Text reason) {
        this(key, value, "", Text.same(key + " = " + value), reason, RuleSources.PG1C);
    }

    /** Stable id of its rule. */
    public String ruleId() {
        return "kernel." + key;
    }
}
