package io.github.pg1c.tuning.rule;

import io.github.pg1c.base.words.Text;

/**
 * A rule that the user switched off; its parameter stays at the server's default.
 *
 * @param ruleId id of the rule, for example {@code balanced.jit}
 * @param parameter that is therefore not planned
 * @param reason of the user, shown in the plan
 * @since 0.1
 */
public record OmittedRule(String ruleId, String parameter, Text reason) {}
