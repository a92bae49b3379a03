package io.github.pg1c.base.words;

/**
 * A sentence or a title in every language that users read.
 *
 * @param en English
 * @param ru Russian
 * @since 0.1
 */
public record Text(String en, String ru) {

    /** A text in both languages. */
    public static Text of(String en, String ru) {
        return new Text(en, ru);
    }

    /** A text that is the same in both languages: names, numbers, formulas. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    /** The text in one language. */
    public String in(Language language) {
        return language == Language.RU ? ru : en;
    }
}
