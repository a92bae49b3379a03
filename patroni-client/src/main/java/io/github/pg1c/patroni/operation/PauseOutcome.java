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
    /** All members have noticed. */
    record Reached() implements PauseOutcome {}

    /**
     * The configuration has it, but these members have not noticed in time, or do not answer.
     *
     * @param members their names, or addresses of members without a known name
     */
    record NotYet(Set<String> members) implements PauseOutcome {
        /** Copies the names, sorted. */
        public NotYet {
            members = Collections.unmodifiableSet(new TreeSet<>(members));
        }
    }

    /**
     * The configuration does not have it, or that is not known.
     *
     * @param outcome why
     */
    record NotDone(ConfigOutcome outcome) implements PauseOutcome {}
}
