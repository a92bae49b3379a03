package io.github.pg1c.pki.store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One object of JSON on one line, in ASCII: its values are strings and lists of strings, in the order given. */
final class JsonLine {
    private final String text;
    private int at;

    private JsonLine(String text) {
        this.text = text;
    }

    static String write(Map<String, ?> object) {
        StringBuilder out = new StringBuilder("{");
        object.forEach((name, value) -> {
            out.append(out.length() == 1 ? "" : ",");
            string(out, name);
            out.append(':');
            if (value instanceof List<?> list) {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    out.append(i == 0 ? "" : ",");
                    string(out, (String) list.get(i));
                }
                out.append(']');
            } else {
                string(out, (String) value);
            }
        });
        return out.append('}').toString();
    }

    /**
     * The object in the line: each value is a {@code String} or a {@code List<String>}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Map<String, Object> read(String line) {
        JsonLine reader = new JsonLine(line);
        Map<String, Object> object = reader.object();
        if (reader.peek() != '\0' || reader.at < line.length()) {
            throw reader.unexpected();
        }
        return object;
    }

    private Map<String, Object> object() {
        Map<String, Object> object = new LinkedHashMap<>();
        expect('{');
        if (peek() == '}') {
            at++;
            return object;
        }
        do {
            String name = string();
            expect(':');
            Object value = peek() == '[' ? list() : string();
            if (object.put(name, value) != null) {
                throw unexpected();
            }
        } while (more('}'));
        return object;
    }

    private List<String> list() {
        List<String> list = new ArrayList<>();
        expect('[');
        if (peek() == ']') {
            at++;
            return list;
        }
        do {
            list.add(string());
        } while (more(']'));
        return List.copyOf(list);
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return out.toString();
            }
            if (c < ' ') {
                throw unexpected();
            }
            out.append(c == '\\' ? escaped() : c);
        }
    }

    private char escaped() {
        char c = next();
        switch (c) {
            case '"', '\\', '/':
                return c;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                int code = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(next(), 16);
                    if (digit < 0) {
                        throw unexpected();
                    }
                    code = code << 4 | digit;
                }
                return (char) code;
            default:
                throw unexpected();
        }
    }

    private boolean more(char end) {
        char c = peek();
        if (c != ',' && c != end) {
            throw unexpected();
        }
        at++;
        return c == ',';
    }

    private void expect(char c) {
        if (peek() != c) {
            throw unexpected();
        }
        at++;
    }

    private char peek() {
        while (at < text.length() && " \t\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        if (at == text.length()) {
            throw unexpected();
        }
        return text.charAt(at++);
    }

    private IllegalArgumentException unexpected() {
        return new IllegalArgumentException("unexpected text at character " + (at + 1));
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
