package io.github.pg1c.patroni;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What Patroni says about the wish to cancel something. */
final class Cancelling {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private Cancelling() {}

    /**
     * The outcome.
     *
     * @param gone looks whether nothing is scheduled any more
     */
    static CancelOutcome outcome(Reply reply, Waiting waiting, BooleanSupplier gone) {
        if (reply instanceof Silence silence) {
            if (silence.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, silence.reason());
            }
            return silence.delivery() == Delivery.MAYBE_SENT && comesTrue(waiting, gone)
                    ? new CancelOutcome.Cancelled(Evidence.OBSERVATION)
                    : Verdict.noResponse(silence);
        }
        Verdict verdict = Verdict.of((Answer) reply);
        if (verdict.is(200, "deleted")) {
            return new CancelOutcome.Cancelled();
        }
        if (verdict.refusal() != null && !verdict.isConflict()) {
            return new Refused(verdict.refusal(), verdict.text());
        }
        if (comesTrue(waiting, gone)) {
            return new CancelOutcome.Cancelled(Evidence.OBSERVATION);
        }
        if (verdict.isConflict()) {
            return verdict.unexplained();
        }
        return verdict.isFailure() ? new CancelOutcome.Failed(verdict.text()) : verdict.foreign();
    }

    private static boolean comesTrue(Waiting waiting, BooleanSupplier gone) {
        Deadline deadline = new Deadline(waiting, PATIENCE);
        do {
            if (gone.getAsBoolean()) {
                return true;
            }
        } while (deadline.pause(LOOK_AGAIN));
        return false;
    }
}
