package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.derived.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * One kind of problem: its code, why it matters, its remedy, and the check that finds it.
 *
 * <p>The messages, the documentation page and the tests of a problem come from the same row. Problems of the file
 * itself have no check: the reader finds them.
 *
 * @since 0.1
 */
public final class ClusterRule {

    private static final Text NOTHING = Text.same("");

    private final String code;
    private final Severity severity;
    private final Text title;
    private final Text why;
    private final Text mend;
    private final String example;
    private final List<String> reads;
    private final List<String> readsEach;
    private final BiConsumer<Derivation, RuleFindings> check;

    private ClusterRule(
            String code,
            Severity severity,
            Text title,
            Text why,
            Text mend,
            String example,
            List<String> reads,
            List<String> readsEach,
            BiConsumer<Derivation, RuleFindings> check) {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.why = why;
        this.mend = mend;
        this.example = example;
        this.reads = List.copyOf(reads);
        this.readsEach = List.copyOf(readsEach);
        this.check = check;
    }

    static ClusterRule error(int number, String en, String ru) {
        return row(String.format(Locale.ROOT, "PG1C-%03d", number), Severity.ERROR, en, ru);
    }

    static ClusterRule warning(int number, String en, String ru) {
        return row(String.format(Locale.ROOT, "PG1C-%03d", number), Severity.WARNING, en, ru);
    }

    /** A row of what the reader finds. */
    static ClusterRule error(String code, String en, String ru) {
        return row(code, Severity.ERROR, en, ru);
    }

    /** A row of what the reader finds. */
    static ClusterRule warning(String code, String en, String ru) {
        return row(code, Severity.WARNING, en, ru);
    }

    private static ClusterRule row(String code, Severity severity, String en, String ru) {
        return new ClusterRule(
                code, severity, Text.of(en, ru), NOTHING, NOTHING, "", List.of(), List.of(), (facts, findings) -> {});
    }

    ClusterRule because(String en, String ru) {
        return new ClusterRule(code, severity, title, Text.of(en, ru), mend, example, reads, readsEach, check);
    }

    ClusterRule mend(String en, String ru) {
        return new ClusterRule(code, severity, title, why, Text.of(en, ru), example, reads, readsEach, check);
    }

    /** Lines of a specification that obeys the rule. */
    ClusterRule example(String yaml) {
        return new ClusterRule(code, severity, title, why, mend, yaml.stripTrailing(), reads, readsEach, check);
    }

    /**
     * Paths that the check reads; {@code [*]} stands for every element. The check is skipped when one of them is
     * broken.
     */
    ClusterRule reads(String... paths) {
        return reads(List.of(paths));
    }

    ClusterRule reads(List<String> paths) {
        return new ClusterRule(code, severity, title, why, mend, example, paths, readsEach, check);
    }

    /**
     * Paths that the check reads one by one: it leaves out those that are broken, by {@link RuleFindings#known}, and
     * speaks of the others.
     */
    ClusterRule readsEach(String... paths) {
        return readsEach(List.of(paths));
    }

    ClusterRule readsEach(List<String> paths) {
        return new ClusterRule(code, severity, title, why, mend, example, reads, paths, check);
    }

    /** The check of the description itself. */
    ClusterRule check(BiConsumer<Cluster, RuleFindings> finder) {
        return checkDerived((facts, findings) -> finder.accept(facts.cluster(), findings));
    }

    /** The check of the facts that follow from the description. */
    ClusterRule checkDerived(BiConsumer<Derivation, RuleFindings> finder) {
        return new ClusterRule(code, severity, title, why, mend, example, reads, readsEach, finder);
    }

    /** Stable code, {@code PG1C-nnn}. */
    public String code() {
        return code;
    }

    /** Whether it prevents generation. */
    public Severity severity() {
        return severity;
    }

    /** What is wrong, in general. */
    public Text title() {
        return title;
    }

    /** Why it matters. */
    public Text why() {
        return why;
    }

    /** What to write instead, in general. */
    public Text mend() {
        return mend;
    }

    /** Lines of a specification that obeys the rule; empty for problems of the file itself. */
    public String example() {
        return example;
    }

    /** Paths without which the check is not made. */
    List<String> reads() {
        return reads;
    }

    /** Paths of which the check leaves out the broken ones. */
    List<String> readsEach() {
        return readsEach;
    }

    /**
     * Every problem of this kind that the cluster has.
     *
     * @param broken paths of values that could not be read and have a stand-in
     */
    List<Problem> apply(Derivation facts, List<String> broken) {
        List<Problem> problems = new ArrayList<>();
        if (!KeyPaths.anyOverlap(reads, broken)) {
            check.accept(facts, new RuleFindings(this, broken, problems));
        }
        return problems;
    }
}
