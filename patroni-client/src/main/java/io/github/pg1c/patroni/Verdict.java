package io.github.pg1c.patroni;

import org.jspecify.annotations.Nullable;

/** Status and words of an answer to a request that changes something. */
record Verdict(int status, String text, @Nullable RefusalReason refusal) {
    static Verdict of(Answer answer) {
        String text = answer.words();
        return new Verdict(answer.status(), text, RefusalReason.of(answer.status(), text));
    }

    boolean says(String fragment) {
        return text.contains(fragment);
    }

    static NoResponse noResponse(Silence silence) {
        return new NoResponse(silence.reason(), silence.delivery(), java.util.Optional.empty());
    }
}
