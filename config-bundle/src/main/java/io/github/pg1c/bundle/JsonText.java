package io.github.pg1c.bundle;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON text under construction: two spaces of indentation, one value a line, so that a difference shows line by line. */
final class JsonText {

    private final StringBuilder out = new StringBuilder();
    private int depth;
    private boolean first = true;

    JsonText open(char bracket) {
        out.append(bracket);
        depth++;
        first = true;
        return this;
    }

    JsonText close(char bracket) {
        depth--;
        if (!first) {
            newLine();
        }
        out.append(bracket);
        first = false;
        return this;
    }

    /** Begins the next value of an array. */
    JsonText item() {
        if (!first) {
            out.append(',');
        }
        newLine();
        first = false;
        return this;
    }

    JsonText name(String name) {
        item();
        quote(name);
        out.append(": ");
        return this;
    }

    void field(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            out.append("null");
        } else {
            quote(value);
        }
    }

    void fieldUnlessNull(String name, @Nullable String value) {
        if (value != null) {
            field(name, value);
        }
    }

    void field(String name, int value) {
        name(name).out.append(value);
    }

    void field(String name, boolean value) {
        name(name).out.append(value);
    }

    String end() {
        return out.append('\n').toString();
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
