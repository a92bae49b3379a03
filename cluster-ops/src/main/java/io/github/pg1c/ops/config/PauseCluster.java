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
 * Tells Patroni to leave PostgreSQL alone, or to look after it again, and waits until every member knows. While it is
 * paused there is no failover.
 *
 * @param pause false to resume
 * @param patience how long the members may take to notice
 * @since 0.1
 */
public record PauseCluster(boolean pause, Duration patience) implements ClusterOperation<Void, PauseCluster.Result> {

    /** How long the members may take to notice, if nothing else is asked for. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How it has ended. */
    public sealed interface Result extends OperationResult {
        /** Every member knows. */
        record Done() implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /**
         * It is in the configuration, but these members had not noticed in time.
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
         * @param outcome what became of the request
         */
        record NotDone(ConfigOutcome outcome) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKinds.of(outcome);
            }
        }
    }

    /** Leaves PostgreSQL alone. */
    public static PauseCluster paused() {
        return new PauseCluster(true, PATIENCE);
    }

    /** Looks after PostgreSQL again. */
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
