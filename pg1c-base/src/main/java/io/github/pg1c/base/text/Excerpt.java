package io.github.pg1c.base.text;

import java.util.Locale;

/**
 * Untrusted text prepared for a message: control characters are escaped, and the length is limited.
 *
 * @since 0.1
 */
public final class Excerpt {

    private static final int LIMIT = 100;

    private Excerpt() {}

    /** At most 100 characters of a text, then an ellipsis. */
    public static String of(String text) {
        return of(text, LIMIT);
    }

    /** At most {@code limit} characters of a text, then an ellipsis. */
    public static String of(String text, int limit) {
        StringBuilder out = new StringBuilder();
        text.codePoints().limit(limit).forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return text.length() > limit ? out + "…" : out.toString();
    }
}
