package io.github.pg1c.maven.speech;

/** The receiver of sentences for the user. */
public interface Console {

    /** The importance of a line. */
    enum Level {
        DETAIL,
        RESULT,
        WARNING,
        ERROR
    }

    /** The emphasis of a word, with colours. */
    enum Style {
        STRONG,
        SUCCESS,
        WARNING,
        FAILURE
    }

    /** Shows one line. */
    void say(Level level, String line);

    /** The text in the style; the text itself without colours. */
    default String paint(Style style, String text) {
        return text;
    }
}
