package io.github.pg1c.pki.cfssl;

import java.util.List;
import java.util.Locale;

/** Sentences with numbered gaps, <code>{0}</code> and so on; values are shown without control characters and not at any length. */
final class Sentences {
    private static final int LIMIT = 400;

    private Sentences() {}

    static String fill(String sentence, List<String> values) {
        String filled = sentence;
        for (int i = 0; i < values.size(); i++) {
            filled = filled.replace("{" + i + "}", printable(values.get(i)));
        }
        return filled;
    }

    private static String printable(String value) {
        StringBuilder out = new StringBuilder();
        value.codePoints().limit(LIMIT).forEach(c -> {
            if (Character.isISOControl(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return value.length() > LIMIT ? out + "…" : out.toString();
    }
}
