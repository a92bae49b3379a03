package io.github.pg1c.maven.speech;

/** Asks the user before an irreversible action. */
@FunctionalInterface
public interface Confirmation {

    /** The answer of the user. */
    enum Answer {
        YES,
        NO,
        /** There is nobody to ask, as in batch mode. */
        NOBODY
    }

    /** The answer to a yes-or-no question. */
    Answer ask(String question);
}
