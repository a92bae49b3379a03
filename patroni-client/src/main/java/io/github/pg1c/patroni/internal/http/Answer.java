package io.github.pg1c.patroni.internal.http;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A complete answer: status line and body. */
public record Answer(URI uri, int status, String phrase, byte[] body) implements Exchange {
    private static final int WORDS = 1000;

    /** The body, if the status is one of these. */
    public byte[] expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new PatroniException(uri, Text.of("answered " + reason(), "ответил: «" + reason() + "»"), null);
        }
        return body;
    }

    /**
     * The reason for people: Patroni's own words, or else the status line; an error page in HTML has no more than that.
     */
    public String reason() {
        String words = plain();
        return words.isEmpty() ? line() : line() + ": " + words;
    }

    /** Patroni's own words, or else the status line. */
    public String words() {
        String words = plain();
        return words.isEmpty() ? line() : words;
    }

    /** True for an error page of the HTTP server under Patroni; pages of proxies are different. */
    public boolean isPageOfPatroni() {
        String page = new String(body, 0, Math.min(body.length, WORDS), StandardCharsets.UTF_8);
        return page.contains("Error response") && page.contains("Error code: " + status);
    }

    private String line() {
        return (status + " " + phrase).strip();
    }

    private String plain() {
        String words = new String(body, 0, Math.min(body.length, WORDS), StandardCharsets.UTF_8).strip();
        boolean plain = body.length <= WORDS
                && !words.startsWith("<")
                && !words.startsWith("{")
                && !words.startsWith("[")
                && words.codePoints().noneMatch(Character::isISOControl);
        return plain ? words : "";
    }
}
