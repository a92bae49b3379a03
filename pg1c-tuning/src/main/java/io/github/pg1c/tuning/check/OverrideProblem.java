package io.github.pg1c.tuning.check;

import io.github.pg1c.base.words.Text;

/**
 * A problem of a parameter that a user wrote.
 *
 * @param kind what kind of mistake it is
 * @param severity whether the description of the cluster is refused
 * @param name the parameter
 * @param value the value as it was written
 * @param message what is wrong, with the value
 * @param remedy what to write instead
 * @since 0.1
 */
public record OverrideProblem(Kind kind, Severity severity, String name, String value, Text message, Text remedy) {

    /** Kinds of mistakes. */
    public enum Kind {
        /** No known version or build has the parameter. */
        UNKNOWN,
        /** A word where a number is expected, or the like. */
        WRONG_TYPE,
        /** A number beyond the lowest or the highest, or a word that is not in the list. */
        OUT_OF_BOUNDS,
        /** Other versions have it, the declared one does not. */
        NOT_IN_MAJOR,
        /** Other builds have it, the declared one does not. */
        NOT_IN_DISTRIBUTION,
        /** Patroni or another section of the specification decides it. */
        MANAGED_BY_PATRONI,
        /** It breaks 1C's work or endangers the data. */
        HARMFUL,
        /** The build does not bring the library. */
        MISSING_LIBRARY
    }

    /** How bad a mistake is. */
    public enum Severity {
        /** Refused. */
        ERROR,
        /** Taken, but worth a look. */
        WARNING
    }
}
