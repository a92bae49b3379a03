package io.github.pg1c.bundle.text;

import java.util.regex.Pattern;

/** Words of a shell command, quoted where necessary. */
public final class Shell {

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    private Shell() {}

    /** The value as one word of a command. */
    public static String word(Object value) {
        String text = value.toString().replaceAll("\\s", " ");
        return HARMLESS.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
