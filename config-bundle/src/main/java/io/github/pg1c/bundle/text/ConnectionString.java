package io.github.pg1c.bundle.text;

import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * Keywords and values for libpq.
 *
 * @see <a href="https://www.postgresql.org/docs/17/libpq-connect.html#LIBPQ-CONNSTRING-KEYWORD-VALUE">PostgreSQL:
 *     keyword/value connection strings</a>
 */
public final class ConnectionString {

    private static final Pattern HARMLESS = Pattern.compile("[\\w.,:/-]+");

    private final StringJoiner text = new StringJoiner(" ");

    /** Adds a value, quoted where a space or a quote would end it. */
    public ConnectionString with(String keyword, Object value) {
        String word = value.toString();
        text.add(keyword + "="
                + (HARMLESS.matcher(word).matches()
                        ? word
                        : "'" + word.replace("\\", "\\\\").replace("'", "\\'") + "'"));
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
