package io.github.pg1c.pki.cfssl.json;

import java.nio.charset.StandardCharsets;

/** Text as Go has it. */
public final class GoText {
    private static final char REPLACEMENT = '\ufffd';

    private GoText() {}

    /** The text with U+FFFD for each half of a surrogate pair that stands alone, which UTF-8 cannot express. */
    public static String wellFormed(String text) {
        if (StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            return text;
        }
        StringBuilder whole = new StringBuilder();
        text.codePoints()
                .map(c -> Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }
}
