package io.github.pg1c.ops.member;

import io.github.pg1c.ops.Obstacle;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.operation.RestartOutcome;
import java.util.List;

/**
 * The result of a rolling restart.
 *
 * @since 0.1
 */
public sealed interface RestartResult extends OperationResult {
    /**
     * Every member was restarted and is back, was scheduled, or needs no restart.
     *
     * @param members their names, in the order of their restarts
     * @param scheduled whether the restarts were scheduled
     */
    record Done(List<String> members, boolean scheduled) implements RestartResult {
        /** Copies the list. */
        public Done {
            members = List.copyOf(members);
        }

        @Override
        public ResultKind kind() {
            return scheduled ? ResultKind.SCHEDULED : ResultKind.DONE;
        }
    }

    /** No restart is pending. */
    record NothingToDo() implements RestartResult {
        @Override
        public ResultKind kind() {
            return ResultKind.NOTHING_TO_DO;
        }
    }

    /**
     * Nothing was done.
     *
     * @param obstacles why
     */
    record NotPossible(List<Obstacle> obstacles) implements RestartResult {
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
     * A member was not restarted, or that is not known; those after it were left alone.
     *
     * @param member its name
     * @param outcome what became of its restart
     * @param done those that were restarted before it
     * @param left those that were left alone
     */
    record Stopped(String member, RestartOutcome outcome, List<String> done, List<String> left)
            implements RestartResult {
        /** Copies the lists. */
        public Stopped {
            done = List.copyOf(done);
            left = List.copyOf(left);
        }

        @Override
        public ResultKind kind() {
            ResultKind kind = ResultKinds.of(outcome);
            return done.isEmpty() || kind == ResultKind.UNKNOWN ? kind : ResultKind.PARTIAL;
        }
    }

    /**
     * A member was restarted and did not come back in time; those after it were left alone.
     *
     * @param member its name
     * @param seen its last known state
     * @param done those that were restarted before it
     * @param left those that were left alone
     */
    record NotBack(String member, Sighting seen, List<String> done, List<String> left) implements RestartResult {
        /** Copies the lists. */
        public NotBack {
            done = List.copyOf(done);
            left = List.copyOf(left);
        }

        @Override
        public ResultKind kind() {
            return ResultKind.TIMED_OUT;
        }
    }
}
