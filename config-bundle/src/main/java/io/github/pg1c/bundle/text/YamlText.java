package io.github.pg1c.bundle.text;

import io.github.pg1c.bundle.component.PlanContext;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * YAML for the weakest reader: Patroni reads YAML 1.1, where {@code no}, {@code 12:30} and {@code 0755} are not strings, so
 * every string is quoted; only whole numbers and booleans stand bare.
 *
 * <p>Lines stay within 80 characters, yamllint's default: long strings continue on the next line after a backslash.
 */
public final class YamlText {

    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,17}");

    private final StringBuilder text;
    private final int depth;

    private YamlText(StringBuilder text, int depth) {
        this.text = text;
        this.depth = depth;
    }

    public static YamlText document(PlanContext context, String purpose) {
        YamlText yaml = new YamlText(new StringBuilder("---\n"), 0);
        return yaml.comment(purpose).comment(LineText.heading(context)).blank();
    }

    public YamlText comment(String words) {
        Prose.wrap(words, LineText.WIDTH - 2 * depth - 2)
                .forEach(line -> text.append(indent()).append("# ").append(line).append('\n'));
        return this;
    }

    public YamlText blank() {
        text.append('\n');
        return this;
    }

    public YamlText put(String key, String value) {
        return entry(key(key) + ": ", value);
    }

    public YamlText put(String key, long value) {
        text.append(indent()).append(key(key)).append(": ").append(value).append('\n');
        return this;
    }

    public YamlText put(String key, boolean value) {
        text.append(indent()).append(key(key)).append(": ").append(value).append('\n');
        return this;
    }

    /** A value in PostgreSQL's spelling: a whole number stands bare, everything else is a string. */
    public YamlText parameter(String key, String value) {
        return WHOLE_NUMBER.matcher(value).matches() ? put(key, Long.parseLong(value)) : put(key, value);
    }

    public YamlText section(String key, Consumer<YamlText> content) {
        text.append(indent()).append(key(key)).append(":\n");
        content.accept(new YamlText(text, depth + 1));
        return this;
    }

    public YamlText list(String key, Collection<String> items) {
        if (items.isEmpty()) {
            text.append(indent()).append(key(key)).append(": []\n");
            return this;
        }
        text.append(indent()).append(key(key)).append(":\n");
        YamlText inner = new YamlText(text, depth + 1);
        items.forEach(item -> inner.entry("- ", item));
        return this;
    }

    /** A list whose items are a word, or a word with a value, as initdb's options are. */
    public YamlText options(String key, Map<String, String> options) {
        text.append(indent()).append(key(key)).append(":\n");
        YamlText inner = new YamlText(text, depth + 1);
        options.forEach((name, value) -> {
            if (value.isEmpty()) {
                inner.entry("- ", name);
            } else {
                inner.entry("- " + key(name) + ": ", value);
            }
        });
        return this;
    }

    private YamlText entry(String lead, String value) {
        String line = indent() + lead + quote(value);
        text.append(line.codePointCount(0, line.length()) <= LineText.WIDTH ? line : folded(lead, value))
                .append('\n');
        return this;
    }

    /** A quoted string over several lines, broken behind a comma or a space. */
    private String folded(String lead, String value) {
        StringBuilder folded = new StringBuilder(indent() + lead + "\"\\\n");
        String margin = indent() + "  ";
        int room = LineText.WIDTH - margin.length() - 2;
        String rest = value;
        while (rest.length() > room) {
            int cut = Math.max(rest.lastIndexOf(',', room - 1), rest.lastIndexOf(' ', room - 1)) + 1;
            if (cut == 0) {
                break;
            }
            folded.append(margin).append(segment(rest.substring(0, cut))).append("\\\n");
            rest = rest.substring(cut);
        }
        return folded.append(margin).append(segment(rest)).append('"').toString();
    }

    /** A continuation line loses its leading spaces, unless the first is escaped. */
    private static String segment(String part) {
        return part.startsWith(" ") ? "\\" + escape(part) : escape(part);
    }

    private static String key(String key) {
        return BARE_KEY.matcher(key).matches() ? key : quote(key);
    }

    private static String quote(String value) {
        return '"' + escape(value) + '"';
    }

    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(character -> {
            switch (character) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (character < 0x20) {
                        escaped.append(String.format(java.util.Locale.ROOT, "\\x%02x", character));
                    } else {
                        escaped.append((char) character);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private String indent() {
        return "  ".repeat(depth);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
