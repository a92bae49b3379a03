package io.github.pg1c.base.words;

/**
 * How bad a problem is.
 *
 * @since 0.1
 */
public enum Severity {
    /** Nothing is generated. */
    ERROR("error", "ошибка"),
    /** Accepted; a person has to check it. */
    WARNING("warning", "предупреждение");

    private final Text title;

    Severity(String en, String ru) {
        this.title = Text.of(en, ru);
    }

    /** The word for people. */
    public Text title() {
        return title;
    }
}
