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
    private final List<String> broken;
    private final List<Problem> problems;

    RuleFindings(ClusterRule rule, List<String> broken, List<Problem> problems) {
        this.rule = rule;
        this.broken = broken;
        this.problems = problems;
    }

    /** Whether each of the paths was read; what could not be read has a stand-in, which no message may name. */
    boolean known(String... paths) {
        return !KeyPaths.anyOverlap(List.of(paths), broken);
    }

    /** What a message calls a part of the specification: its name, or its path when the name could not be read. */
    String name(String path, Object name) {
        return known(path + ".name") ? name.toString() : path;
    }

    /** The path of an element of a list of single values: those that could not be read are missing in the list. */
    String element(String list, int index) {
        int place = 0;
        for (int left = index; left > 0 || broken.contains(list + "[" + place + "]"); place++) {
            if (!broken.contains(list + "[" + place + "]")) {
                left--;
            }
        }
        return list + "[" + place + "]";
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
