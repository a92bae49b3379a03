package io.github.pg1c.maven.speech;

/** Asks the user before something is done that cannot be taken back. */
@FunctionalInterface
public interface Confirmation {

    /** What the user says. */
    enum Answer {
        YES,
        NO,
        /** There is nobody to ask, as in batch mode. */
        NOBODY
    }

    /** The answer to a question that can be answered with yes or no. */
    Answer ask(String question);
}
