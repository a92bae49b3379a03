package io.github.pg1c.base.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A text in the quotes of each format. */
public final class Quoted {

    private static final Pattern LINE_BREAKS = Pattern.compile("[\\r\\n\\u0085\\u2028\\u2029]+");

    private Quoted() {}

    /** In single quotes as {@code postgresql.conf} reads it. */
    public static String conf(String value) {
        return "'"
                + value.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                + "'";
    }

    /** A constant of SQL that does not depend on {@code standard_conforming_strings}. */
    public static String sql(String value) {
        String text = value.replace("'", "''");
        return text.contains("\\") ? "E'" + text.replace("\\", "\\\\") + "'" : "'" + text + "'";
    }

    /** In double quotes as JSON, YAML 1.1 and YAML 1.2 read it alike. */
    public static String json(String value) {
        StringBuilder text = new StringBuilder(value.length() + 2);
        json(text, value);
        return text.toString();
    }

    static void json(StringBuilder text, String value) {
        text.append('"');
        int plain = 0;
        for (int i = 0; i < value.length(); i++) {
            String escape = escape(value.charAt(i));
            if (escape != null) {
                text.append(value, plain, i).append(escape);
                plain = i + 1;
            }
        }
        text.append(value, plain, value.length()).append('"');
    }

    private static @Nullable String escape(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> invisible(letter) ? String.format(Locale.ROOT, "\\u%04x", (int) letter) : null;
        };
    }

    private static boolean invisible(char letter) {
        return Character.isISOControl(letter)
                || letter == '\u2028'
                || letter == '\u2029'
                || letter == '\uFEFF'
                || letter >= '\uFFFE';
    }

    /** Each line of a text as a comment, so that a line break does not end the comment. */
    public static String comment(String indent, String mark, String text) {
        StringBuilder comment = new StringBuilder();
        for (String line : LINE_BREAKS.split(text)) {
            comment.append((indent + mark + " " + line).stripTrailing()).append('\n');
        }
        return comment.toString();
    }
}
