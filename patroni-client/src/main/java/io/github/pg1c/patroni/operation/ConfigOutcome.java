package io.github.pg1c.patroni.operation;

import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigProblem;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.util.List;

/**
 * The outcome of a change of the configuration.
 *
 * @since 0.1
 */
public sealed interface ConfigOutcome
        permits ConfigOutcome.Changed,
                ConfigOutcome.Unchanged,
                ConfigOutcome.Rejected,
                ConfigOutcome.Failed,
                Refused,
                NoResponse {
    /**
     * The new configuration is in the DCS; members take it over in their next loop.
     *
     * @param configuration all of it
     * @param changes the differences
     * @param evidence how that is known
     */
    record Changed(DynamicConfiguration configuration, List<ConfigChange> changes, Evidence evidence)
            implements ConfigOutcome {
        /** Copies the list. */
        public Changed {
            changes = List.copyOf(changes);
        }
    }

    /** Nothing was sent, because it is that way already. */
    record Unchanged() implements ConfigOutcome {}

    /**
     * Nothing was sent, because Patroni would not do what is meant.
     *
     * @param problems what speaks against the change
     */
    record Rejected(List<ConfigProblem> problems) implements ConfigOutcome {
        /** Copies the list. */
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Patroni could not do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements ConfigOutcome {}
}
