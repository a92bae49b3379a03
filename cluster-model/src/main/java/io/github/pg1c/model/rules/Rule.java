package io.github.pg1c.model.rules;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Cluster;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * One kind of problem: its code, why it matters, how to mend it, and the check that finds it.
 *
 * <p>The messages, the documentation page and the tests of a problem come from the same row. Problems of the file itself
 * have no check: the reader finds them.
 *
 * @since 0.1
 */
public final class Rule {

    private static final Text NOTHING = Text.same("");

    private final String code;
    private final Severity severity;
    private final Text title;
    private final Text why;
    private final Text mend;
    private final String example;
    private final List<String> reads;
    private final BiConsumer<Cluster, Findings> check;

    private Rule(
            String code,
            Severity severity,
            Text title,
            Text why,
            Text mend,
            String example,
            List<String> reads,
            BiConsumer<Cluster, Findings> check) {
        this.code = code;
        this.severity = severity;
        this.title = title;
        this.why = why;
        this.mend = mend;
        this.example = example;
        this.reads = List.copyOf(reads);
        this.check = check;
    }

    static Rule error(int number, String en, String ru) {
        return row(number, Severity.ERROR, en, ru);
    }

    static Rule warning(int number, String en, String ru) {
        return row(number, Severity.WARNING, en, ru);
    }

    private static Rule row(int number, Severity severity, String en, String ru) {
        String code = String.format(Locale.ROOT, "PG1C-%03d", number);
        return new Rule(code, severity, Text.of(en, ru), NOTHING, NOTHING, "", List.of(), (cluster, findings) -> {});
    }

    Rule because(String en, String ru) {
        return new Rule(code, severity, title, Text.of(en, ru), mend, example, reads, check);
    }

    Rule mend(String en, String ru) {
        return new Rule(code, severity, title, why, Text.of(en, ru), example, reads, check);
    }

    /** Lines of a specification that keeps the rule. */
    Rule example(String yaml) {
        return new Rule(code, severity, title, why, mend, yaml.stripTrailing(), reads, check);
    }

    /** Paths that the check reads; {@code [*]} stands for every element. It is not applied where one of them is broken. */
    Rule reads(String... paths) {
        return new Rule(code, severity, title, why, mend, example, List.of(paths), check);
    }

    Rule check(BiConsumer<Cluster, Findings> finder) {
        return new Rule(code, severity, title, why, mend, example, reads, finder);
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

    /** Lines of a specification that keeps the rule; empty for problems of the file itself. */
    public String example() {
        return example;
    }

    /** Paths that the check reads. */
    List<String> reads() {
        return reads;
    }

    /** Every problem of this kind that the cluster has. */
    List<Problem> apply(Cluster cluster) {
        List<Problem> problems = new ArrayList<>();
        check.accept(cluster, new Findings(this, problems));
        return problems;
    }
}
