package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects the findings of a rule's check. */
final class RuleFindings {

    private final ClusterRule rule;
    private final List<Problem> problems;

    RuleFindings(ClusterRule rule, List<Problem> problems) {
        this.rule = rule;
        this.problems = problems;
    }

    /** A finding with the rule's own remedy. */
    void report(String path, String en, String ru) {
        report(
                rule.severity(),
                path,
                Text.of(en, ru),
                Text.of(clause(rule.mend().en()), clause(rule.mend().ru())));
    }

    /** A finding with a remedy of its own. */
    void report(String path, Text message, Text remedy) {
        report(rule.severity(), path, message, remedy);
    }

    void report(Severity severity, String path, Text message, Text remedy) {
        problems.add(new Problem(rule.code(), severity, path, Optional.empty(), message, remedy));
    }

    /** A sentence as the second half of another one: without its capital and its full stop. */
    private static String clause(String sentence) {
        String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open.substring(0, 1).toLowerCase(Locale.ROOT) + open.substring(1);
    }
}
