package io.github.pg1c.patroni;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What Patroni says about the wish to cancel something. */
final class Cancelling {
    private Cancelling() {}

    /**
     * The outcome.
     *
     * @param gone looks whether nothing is scheduled any more
     */
    static CancelOutcome outcome(Reply reply, BooleanSupplier gone) {
        if (reply instanceof Silence silence) {
            if (silence.certificateWanted()) {
                return new Refused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, silence.reason());
            }
            return silence.delivery() == Delivery.MAYBE_SENT && gone.getAsBoolean()
                    ? new CancelOutcome.Cancelled()
                    : new NoResponse(silence.reason(), silence.delivery(), Optional.empty());
        }
        Verdict verdict = Verdict.of((Answer) reply);
        if (verdict.status() == 200) {
            return new CancelOutcome.Cancelled();
        }
        return verdict.refusal() != null
                ? new Refused(verdict.refusal(), verdict.text())
                : new CancelOutcome.Failed(verdict.text());
    }
}
