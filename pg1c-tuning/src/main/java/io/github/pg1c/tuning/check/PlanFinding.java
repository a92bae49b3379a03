package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;

/**
 * An error or a warning about an input or its plan.
 *
 * @param code stable code, for example {@code memory.worst}
 * @param severity whether it should be refused
 * @param subject the parameter or the figure of the input that it is about
 * @param message what is wrong, with its numbers
 * @param remedy what to do instead
 * @since 0.1
 */
public record PlanFinding(String code, Severity severity, String subject, Text message, Text remedy) {}
