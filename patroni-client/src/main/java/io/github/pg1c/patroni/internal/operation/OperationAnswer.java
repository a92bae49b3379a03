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
        int status, String text, @Nullable RefusalReason refusal) {
    public static OperationAnswer of(Answer answer) {
        String text = answer.words();
        return new OperationAnswer(
                answer.status(), text, RefusalReason.of(answer.status(), text).orElse(null));
    }

    /** True for this status with these words; a proxy's page has the status alone. */
    boolean is(int expected, String words) {
        return status == expected && text.contains(words);
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

    /** The outcome of an answer that leaves open whether anything was done: Patroni's own, or that of a proxy. */
    NoResponse unclear(Answer answer) {
        return answer.isPageOfPatroni()
                ? new NoResponse(
                        Text.of(
                                text + ", and no member shows whether the DCS has it",
                                "ответ «" + text + "», и ни один узел не показывает, есть ли это в DCS"),
                        Delivery.MAYBE_SENT,
                        Optional.empty())
                : foreign();
    }

    static NoResponse noResponse(NoAnswer noAnswer) {
        return new NoResponse(noAnswer.reason(), noAnswer.delivery(), Optional.empty());
    }
}
