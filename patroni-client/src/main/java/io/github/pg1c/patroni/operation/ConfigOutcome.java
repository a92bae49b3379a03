package io.github.pg1c.patroni.operation;

import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigEffect;
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
     * The new configuration is in the DCS, where members read it in their next loop.
     *
     * @param configuration the whole configuration
     * @param changes the differences
     * @param evidence how that is known
     * @param effects what members make of each difference, as far as it can be seen
     */
    record Changed(
            DynamicConfiguration configuration,
            List<ConfigChange> changes,
            Evidence evidence,
            List<ConfigEffect> effects)
            implements ConfigOutcome {
        /** Copies the lists. */
        public Changed {
            changes = List.copyOf(changes);
            effects = List.copyOf(effects);
        }
    }

    /** Nothing was sent, because the configuration has these values already. */
    record Unchanged() implements ConfigOutcome {}

    /**
     * Nothing was sent, because the change has problems.
     *
     * @param problems the problems of the change
     */
    record Rejected(List<ConfigProblem> problems) implements ConfigOutcome {
        /** Copies the list. */
        public Rejected {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Patroni failed to do it.
     *
     * @param text the words of Patroni
     */
    record Failed(String text) implements ConfigOutcome {}
}
