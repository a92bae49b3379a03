package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/**
 * Where a rule comes from.
 *
 * @param code short stable code, for example {@code 1C-init}
 * @param title what the source is
 * @param confidence how well the figure is founded in it
 * @since 0.1
 */
public record RuleSource(String code, Text title, Confidence confidence) {}
