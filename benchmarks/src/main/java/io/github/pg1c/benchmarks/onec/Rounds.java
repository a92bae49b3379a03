package io.github.pg1c.benchmarks.onec;

/** Which rounds to measure; every run of them that is in the results is left out. */
record Rounds(int first, int last) {

    /** So many rounds, {@code 3}, or those from one to another, {@code 2-3}. */
    static Rounds parse(String text) {
        int dash = text.indexOf('-');
        return dash < 0
                ? new Rounds(1, Integer.parseInt(text))
                : new Rounds(Integer.parseInt(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }
}
