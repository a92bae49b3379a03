package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.http.NoAnswer;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.RefusalReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Status and words of an answer to a request that changes something. */
public record OperationAnswer(
        int status, String text, boolean plain, @Nullable RefusalReason refusal) {
    public static OperationAnswer of(Answer answer) {
        String text = answer.words();
        return new OperationAnswer(
                answer.status(),
                text,
                answer.isPlain(),
                RefusalReason.of(answer.status(), text).orElse(null));
    }

    /** True for this status with these words; a proxy's page has the status alone. */
    boolean is(int expected, String words) {
        return status == expected && text.contains(words);
    }

    /** True when Patroni reports in its own words that the operation failed. */
    boolean isFailure() {
        return plain && (status == 500 || status == 503);
    }

    /**
     * True for 409. Patroni answers so after a concurrent change, and when the DCS did not answer and may still do the
     * change.
     */
    boolean isConflict() {
        return refusal == RefusalReason.CONFLICT;
    }

    /** The outcome of a conflict that the cluster does not explain. */
    NoResponse unexplained() {
        return new NoResponse(
                Text.of(
                        text + ", which Patroni also says while the DCS is away",
                        "ответ «" + text + "» Patroni даёт и при недоступном DCS"),
                Delivery.MAYBE_SENT,
                Optional.empty());
    }

    /** The outcome of an unknown answer, which leaves open whether anything was done. */
    NoResponse foreign() {
        return new NoResponse(
                Text.of("not an answer of Patroni: " + text, "это не ответ Patroni: «" + text + "»"),
                Delivery.MAYBE_SENT,
                Optional.empty());
    }

    static NoResponse noResponse(NoAnswer noAnswer) {
        return new NoResponse(noAnswer.reason(), noAnswer.delivery(), Optional.empty());
    }
}
