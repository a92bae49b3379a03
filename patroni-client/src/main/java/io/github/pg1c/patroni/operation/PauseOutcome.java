package io.github.pg1c.patroni.operation;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The outcome of pausing or resuming Patroni.
 *
 * @since 0.1
 */
public sealed interface PauseOutcome permits PauseOutcome.Reached, PauseOutcome.NotYet, PauseOutcome.NotDone {
    /** All members do it. */
    record Reached() implements PauseOutcome {}

    /**
     * It is in the configuration, but these members have not taken notice in time, or do not answer.
     *
     * @param members their names, or addresses if they do not tell
     */
    record NotYet(Set<String> members) implements PauseOutcome {
        /** Copies the names, sorted. */
        public NotYet {
            members = Collections.unmodifiableSet(new TreeSet<>(members));
        }
    }

    /**
     * It is not in the configuration, or that is not known.
     *
     * @param outcome why
     */
    record NotDone(ConfigOutcome outcome) implements PauseOutcome {}
}
