package io.github.pg1c.base.words;

import java.util.Locale;

/**
 * A language that generated files and reports are written in.
 *
 * @since 0.1
 */
public enum Language {
    /** English. */
    EN,
    /** Russian. */
    RU;

    /**
     * The language of a code.
     *
     * @param code {@code en} or {@code ru}, in any case
     * @throws IllegalArgumentException for any other code; the message names it
     */
    public static Language parse(String code) {
        for (Language language : values()) {
            if (language.code().equalsIgnoreCase(code)) {
                return language;
            }
        }
        throw new IllegalArgumentException("unknown language '" + code + "': write en or ru");
    }

    /** Code of two letters as in ISO 639, lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
