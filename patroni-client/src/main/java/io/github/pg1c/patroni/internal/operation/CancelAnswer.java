package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.Deadline;
import io.github.pg1c.patroni.internal.http.Exchange;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.internal.http.Withheld;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Reads Patroni's answer to a cancellation. */
public final class CancelAnswer {
    /** The time to observe the cluster when the answer leaves the outcome open. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private CancelAnswer() {}

    /**
     * The outcome.
     *
     * @param deadline the end of the observation
     * @param gone tells whether nothing is scheduled any more
     */
    public static CancelOutcome outcome(Exchange reply, Deadline deadline, BooleanSupplier gone) {
        if (reply instanceof Withheld withheld) {
            return withheld.refused();
        }
        if (reply instanceof NoAnswer noAnswer) {
            if (noAnswer.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, noAnswer.reason());
            }
            return noAnswer.delivery() == Delivery.MAYBE_SENT && comesTrue(deadline, gone)
                    ? new CancelOutcome.Cancelled(Evidence.OBSERVATION)
                    : OperationAnswer.noResponse(noAnswer);
        }
        OperationAnswer verdict = OperationAnswer.of((Answer) reply);
        if (verdict.is(200, "deleted")) {
            return new CancelOutcome.Cancelled();
        }
        if (verdict.refusal() != null && !verdict.isConflict()) {
            return Refused.inWordsOfPatroni(verdict.refusal(), verdict.text());
        }
        if (comesTrue(deadline, gone)) {
            return new CancelOutcome.Cancelled(Evidence.OBSERVATION);
        }
        if (verdict.isConflict()) {
            return verdict.unexplained();
        }
        return verdict.foreign();
    }

    private static boolean comesTrue(Deadline deadline, BooleanSupplier gone) {
        do {
            if (gone.getAsBoolean()) {
                return true;
            }
        } while (deadline.pause(LOOK_AGAIN));
        return false;
    }
}
