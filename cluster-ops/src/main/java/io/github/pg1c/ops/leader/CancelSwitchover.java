package io.github.pg1c.ops.leader;

import io.github.pg1c.ops.ClusterOperation;
import io.github.pg1c.ops.OperationResult;
import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.ops.connect.ClusterConnection;
import io.github.pg1c.ops.internal.ResultKinds;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import java.util.function.Consumer;

/**
 * Cancels a scheduled switchover by one request, without events.
 *
 * @since 0.1
 */
public record CancelSwitchover() implements ClusterOperation<Void, CancelSwitchover.Result> {

    /** The result. */
    public sealed interface Result extends OperationResult {
        /** It was cancelled. */
        record Done() implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.DONE;
            }
        }

        /** No switchover was scheduled. */
        record NothingScheduled() implements Result {
            @Override
            public ResultKind kind() {
                return ResultKind.NOTHING_TO_DO;
            }
        }

        /**
         * It was not cancelled, or that is not known.
         *
         * @param outcome the outcome of the request
         */
        record NotDone(CancelOutcome outcome) implements Result {
            @Override
            public ResultKind kind() {
                return ResultKinds.of(outcome);
            }
        }
    }

    @Override
    public Result run(ClusterConnection cluster, Consumer<? super Void> listener) {
        CancelOutcome outcome = cluster.patroni().cancelSwitchover();
        if (outcome instanceof CancelOutcome.Cancelled) {
            return new Result.Done();
        }
        return outcome instanceof Refused refused && refused.reason() == RefusalReason.NOTHING_SCHEDULED
                ? new Result.NothingScheduled()
                : new Result.NotDone(outcome);
    }
}
