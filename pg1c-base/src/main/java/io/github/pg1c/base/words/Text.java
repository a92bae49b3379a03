package io.github.pg1c.base.words;

import java.util.List;
import java.util.stream.Collectors;

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

    /** Several texts as one, with a separator between them. */
    public static Text joined(String separator, List<Text> texts) {
        return new Text(
                texts.stream().map(Text::en).collect(Collectors.joining(separator)),
                texts.stream().map(Text::ru).collect(Collectors.joining(separator)));
    }

    /** The text in one language. */
    public String in(Language language) {
        return language == Language.RU ? ru : en;
    }
}
