package io.github.pg1c.maven.speech;

/** Where sentences for the user go. */
public interface Console {

    /** How much a line matters. */
    enum Level {
        DETAIL,
        RESULT,
        WARNING,
        ERROR
    }

    /** How a word stands out, where colours are possible. */
    enum Style {
        STRONG,
        SUCCESS,
        WARNING,
        FAILURE
    }

    /** Shows one line. */
    void say(Level level, String line);

    /** The text in the style; the text itself where there are no colours. */
    default String paint(Style style, String text) {
        return text;
    }
}
