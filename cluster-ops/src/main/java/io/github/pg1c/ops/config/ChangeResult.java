package io.github.pg1c.ops.config;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.config.ConfigEffect;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Evidence;
import java.util.List;

/**
 * The result of a change of the shared configuration.
 *
 * @since 0.1
 */
public sealed interface ChangeResult extends OperationResult {
    /**
     * The configuration was changed. It is {@link ResultKind#TIMED_OUT} when a member did not know a new value in time,
     * or visibly did not act on it.
     *
     * @param changes the differences
     * @param evidence how that is known
     * @param effects what the members make of each difference, as far as it can be seen
     */
    record Changed(List<ConfigChange> changes, Evidence evidence, List<ConfigEffect> effects) implements ChangeResult {
        /** Copies the lists. */
        public Changed {
            changes = List.copyOf(changes);
            effects = List.copyOf(effects);
        }

        /** True when a changed value takes effect at a restart: see {@code RestartMembers}. */
        public boolean needsRestart() {
            return changes.stream().anyMatch(ConfigChange::restart);
        }

        @Override
        public ResultKind kind() {
            return effects.stream().anyMatch(ConfigEffect::isMissing) ? ResultKind.TIMED_OUT : ResultKind.DONE;
        }
    }

    /** The configuration already had these values. */
    record Unchanged() implements ChangeResult {
        @Override
        public ResultKind kind() {
            return ResultKind.NOTHING_TO_DO;
        }
    }

    /**
     * Nothing was changed.
     *
     * @param obstacles why
     */
    record NotPossible(List<Obstacle> obstacles) implements ChangeResult {
        /** Copies the list. */
        public NotPossible {
            obstacles = List.copyOf(obstacles);
        }

        @Override
        public ResultKind kind() {
            return ResultKind.REFUSED;
        }
    }

    /**
     * The configuration was not changed, or that is not known.
     *
     * @param outcome the outcome of the request
     */
    record NotDone(ConfigOutcome outcome) implements ChangeResult {
        @Override
        public ResultKind kind() {
            return ResultKinds.of(outcome);
        }
    }
}
