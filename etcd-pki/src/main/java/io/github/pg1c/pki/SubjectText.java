package io.github.pg1c.pki;

import io.github.pg1c.base.text.Excerpt;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Text;

/** Checks names in the subject of a certificate. */
final class SubjectText {
    /** RFC 5280, appendix A: ub-common-name and ub-organization-name. */
    private static final int UPPER_BOUND = 64;

    private SubjectText() {}

    /**
     * @throws MalformedValueException for a blank or over-long text, and for one with invisible characters
     */
    static void check(Text what, String text) {
        if (text.isBlank() || !text.equals(text.strip())) {
            throw refusal(
                    what, text, Text.of("it is blank or has blanks at its ends", "пусто или с пробелами по краям"));
        }
        if (text.codePointCount(0, text.length()) > UPPER_BOUND) {
            throw refusal(
                    what,
                    text,
                    Text.of(
                            "it is longer than " + UPPER_BOUND + " characters",
                            "длиннее " + UPPER_BOUND + " символов"));
        }
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.SURROGATE
                        || !Character.isDefined(c))) {
            throw refusal(what, text, Text.of("it contains an invisible character", "содержит невидимый символ"));
        }
    }

    private static MalformedValueException refusal(Text what, String text, Text why) {
        return new MalformedValueException(
                Text.of(
                        "\"" + Excerpt.of(text) + "\" is refused as the " + what.en(),
                        "«" + Excerpt.of(text) + "» не годится как " + what.ru()),
                why);
    }
}
