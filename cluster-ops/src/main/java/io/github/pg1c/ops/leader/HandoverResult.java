package io.github.pg1c.ops.leader;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The result of a switchover or failover. It is a success only if the wanted leader runs and the others follow it.
 *
 * @since 0.1
 */
public sealed interface HandoverResult extends OperationResult {
    /**
     * The wanted member leads, and the others stream from it.
     *
     * @param leader its name
     */
    record Done(String leader) implements HandoverResult {
        @Override
        public ResultKind kind() {
            return ResultKind.DONE;
        }
    }

    /**
     * Patroni will do it at that time.
     *
     * @param at when
     * @param evidence how that is known
     */
    record Scheduled(OffsetDateTime at, Evidence evidence) implements HandoverResult {
        @Override
        public ResultKind kind() {
            return ResultKind.SCHEDULED;
        }
    }

    /**
     * Nothing was done.
     *
     * @param obstacles why
     */
    record NotPossible(List<Obstacle> obstacles) implements HandoverResult {
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
     * The wanted member took over, but the others did not follow in time.
     *
     * @param leader the member that took over
     * @param missing the unmet conditions, one text each
     */
    record NotFollowed(String leader, List<Text> missing) implements HandoverResult {
        /** Copies the list. */
        public NotFollowed {
            missing = List.copyOf(missing);
        }

        @Override
        public ResultKind kind() {
            return ResultKind.TIMED_OUT;
        }
    }

    /**
     * The wanted member does not lead, or that is not known.
     *
     * @param outcome the outcome of the request
     */
    record NotDone(SwitchoverOutcome outcome) implements HandoverResult {
        @Override
        public ResultKind kind() {
            return ResultKinds.of(outcome);
        }
    }
}
