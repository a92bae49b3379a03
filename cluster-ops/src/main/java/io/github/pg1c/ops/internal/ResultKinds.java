package io.github.pg1c.ops.internal;

import io.github.pg1c.ops.ResultKind;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;

/** The result of an operation that ends with the outcome of a single request to Patroni. */
public final class ResultKinds {

    private ResultKinds() {}

    /** The kind of a switchover or failover without the wanted leader. */
    public static ResultKind of(SwitchoverOutcome outcome) {
        if (outcome instanceof SwitchoverOutcome.CompletedElsewhere) {
            return ResultKind.PARTIAL;
        }
        return outcome instanceof SwitchoverOutcome.StatusUnknown ? ResultKind.UNKNOWN : common(outcome);
    }

    /** The kind of a restart that did not complete. */
    public static ResultKind of(RestartOutcome outcome) {
        if (outcome instanceof RestartOutcome.StillStarting) {
            return ResultKind.TIMED_OUT;
        }
        return outcome instanceof RestartOutcome.StatusUnknown ? ResultKind.UNKNOWN : common(outcome);
    }

    /** The kind of a copy that has not begun. */
    public static ResultKind of(ReinitializeOutcome outcome) {
        return common(outcome);
    }

    /** The kind of a change of the configuration that was not made. */
    public static ResultKind of(ConfigOutcome outcome) {
        return outcome instanceof ConfigOutcome.Rejected ? ResultKind.REFUSED : common(outcome);
    }

    /** The kind of a failed cancellation. */
    public static ResultKind of(CancelOutcome outcome) {
        return common(outcome);
    }

    private static ResultKind common(Object outcome) {
        if (outcome instanceof Refused) {
            return ResultKind.REFUSED;
        }
        if (outcome instanceof NoResponse none) {
            return none.delivery() == Delivery.NOT_SENT ? ResultKind.REFUSED : ResultKind.UNKNOWN;
        }
        return ResultKind.FAILED;
    }
}
