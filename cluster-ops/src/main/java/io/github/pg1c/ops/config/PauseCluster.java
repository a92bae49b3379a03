package io.github.pg1c.ops.config;

import io.github.pg1c.ops.ClusterOperation;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.PauseOutcome;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Pauses or resumes Patroni, and waits until every member has noticed. A paused Patroni leaves PostgreSQL alone, so
 * there is no failover.
 *
 * @param pause false to resume
 * @param patience the time limit for the members to notice
 * @since 0.1
 */
public record PauseCluster(boolean pause, Duration patience) implements ClusterOperation<Void, PauseCluster.Result> {

    /** The default time limit for the members to notice. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /** The result. */
    public sealed interface Result extends OperationResult {
        /** Every member has noticed. */
        record Done() implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /**
         * The configuration has it, but these members had not noticed in time.
         *
         * @param members their names
         */
        record NotNoticed(Set<String> members) implements Result {
            /** Copies the set, in the order of the names. */
            public NotNoticed {
                members = Collections.unmodifiableSet(new TreeSet<>(members));
            }

            @Override
            public ResultKind kind() {
                return ResultKind.TIMED_OUT;
            }
        }

        /**
         * The configuration was not changed, or that is not known.
         *
         * @param outcome the outcome of the request
         */
        record NotDone(ConfigOutcome outcome) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKinds.of(outcome);
            }
        }
    }

    /** Pauses Patroni. */
    public static PauseCluster paused() {
        return new PauseCluster(true, PATIENCE);
    }

    /** Resumes Patroni. */
    public static PauseCluster resumed() {
        return new PauseCluster(false, PATIENCE);
    }

    /** The same with another limit. */
    public PauseCluster within(Duration time) {
        return new PauseCluster(pause, time);
    }

    @Override
    public Result run(ClusterConnection cluster, Consumer<? super Void> listener) {
        PauseOutcome outcome =
                pause ? cluster.patroni().pause(patience) : cluster.patroni().resume(patience);
        if (outcome instanceof PauseOutcome.NotYet late) {
            return new Result.NotNoticed(late.members());
        }
        return outcome instanceof PauseOutcome.NotDone none ? new Result.NotDone(none.outcome()) : new Result.Done();
    }
}
