package io.github.pg1c.base.words;

/**
 * A text that is not a value of its type; says in both languages what is wrong and what to write instead.
 *
 * @since 0.1
 */
public final class MalformedValueException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient Text problem;
    private final transient Text remedy;

    public MalformedValueException(Text problem, Text remedy) {
        super(problem.en() + ": " + remedy.en());
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What is wrong, with the offending value. */
    public Text problem() {
        return problem;
    }

    /** What to write instead. */
    public Text remedy() {
        return remedy;
    }
}
