package io.github.pg1c.tuning;

/** What a rule came to: the value in PostgreSQL's spelling, and the calculation with its numbers. */
record Outcome(String value, Text formula) {

    /** A calculation and its result. */
    static Outcome of(Object value, String en, String ru) {
        return new Outcome(value.toString(), Text.of(en + " = " + value, ru + " = " + value));
    }

    /** A value that a circumstance decides. */
    static Outcome given(Object value, String en, String ru) {
        return new Outcome(value.toString(), Text.of(en + ": " + value, ru + ": " + value));
    }

    /** A calculation that reads the same in both languages. */
    static Outcome of(Object value, String formula) {
        return of(value, formula, formula);
    }
}
