package io.github.pg1c.base.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * YAML in block style that readers of YAML 1.1 understand as well. There {@code no}, {@code 12:30} and {@code 0755} are
 * not strings, so every string is quoted; only numbers, booleans and null are bare.
 *
 * <p>A value is a map, a collection, a string, a number, a boolean or null. Maps keep their order.
 *
 * @since 0.1
 */
public final class YamlWriter {

    /** The width of a document whose lines are not folded. */
    public static final int UNLIMITED = Integer.MAX_VALUE;
    /** Keys that need no quotes: words of letters, digits, hyphens and dots. */
    public static final Pattern WORDS = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");

    /** Words that YAML 1.1 does not read as strings. */
    private static final Set<String> NO_TEXT = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    private static final Pattern UNSIGNED_EXPONENT = Pattern.compile("(?<=[0-9])E(?=[0-9])");

    private final StringBuilder text;
    private final String indent;
    private final int width;
    private final Pattern bareKeys;

    private YamlWriter(StringBuilder text, String indent, int width, Pattern bareKeys) {
        this.text = text;
        this.indent = indent;
        this.width = width;
        this.bareKeys = bareKeys;
    }

    /**
     * An empty document.
     *
     * @param width the line length after which a long string continues on the next line
     * @param bareKeys keys without quotes, except words that YAML 1.1 does not read as strings
     */
    public static YamlWriter of(int width, Pattern bareKeys) {
        return new YamlWriter(new StringBuilder(), "", width, bareKeys);
    }

    /** A value as a document without the three dashes. */
    public static String text(Object value) {
        YamlWriter yaml = of(UNLIMITED, WORDS);
        yaml.value(value);
        return yaml.toString();
    }

    /** Three dashes, which begin a document. */
    public YamlWriter document() {
        text.append("---\n");
        return this;
    }

    /** A comment; each of its lines begins with the mark. */
    public YamlWriter comment(String words) {
        text.append(Quoted.comment(indent, "#", words));
        return this;
    }

    /** An empty line. */
    public YamlWriter blank() {
        text.append('\n');
        return this;
    }

    /** A key with its value. */
    public YamlWriter put(String key, @Nullable Object value) {
        entry(key(key) + ":", value);
        return this;
    }

    /** A key with a block below it. */
    public YamlWriter section(String key, Consumer<YamlWriter> content) {
        text.append(indent).append(key(key)).append(":\n");
        content.accept(below());
        return this;
    }

    /** A map, a collection or a single value at the present place. */
    public YamlWriter value(@Nullable Object value) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach((key, content) -> put(String.valueOf(key), content));
        } else if (value instanceof Collection<?> items && !items.isEmpty()) {
            items.forEach(this::item);
        } else {
            scalar("", value);
        }
        return this;
    }

    private void entry(String lead, @Nullable Object value) {
        if (isBlock(value)) {
            text.append(indent).append(lead).append('\n');
            below().value(value);
        } else {
            scalar(lead + " ", value);
        }
    }

    /** The first line of a map or a collection in a collection follows the dash. */
    private void item(@Nullable Object value) {
        if (isBlock(value)) {
            int dash = text.length() + indent.length();
            below().value(value);
            text.setCharAt(dash, '-');
        } else {
            scalar("- ", value);
        }
    }

    private static boolean isBlock(@Nullable Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty()
                || value instanceof Collection<?> items && !items.isEmpty();
    }

    private YamlWriter below() {
        return new YamlWriter(text, indent + "  ", width, bareKeys);
    }

    private void scalar(String lead, @Nullable Object value) {
        if (value instanceof String words) {
            String line = indent + lead + Quoted.json(words);
            text.append(line.codePointCount(0, line.length()) <= width ? line : folded(lead, words));
        } else {
            text.append(indent).append(lead).append(bare(value));
        }
        text.append('\n');
    }

    private static String bare(@Nullable Object value) {
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof Collection) {
            return "[]";
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            // YAML 1.1 reads 1.0E10 as a text: its exponents have a sign.
            return UNSIGNED_EXPONENT.matcher(String.valueOf(value)).replaceFirst("E+");
        }
        throw new IllegalArgumentException("YAML has no form for " + value.getClass());
    }

    /** A string over several lines, broken after a comma or a space. */
    private String folded(String lead, String value) {
        StringBuilder folded = new StringBuilder(indent + lead + "\"\\\n");
        String margin = indent + "  ";
        int room = width - margin.length() - 2;
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
        String quoted = Quoted.json(part);
        return (part.startsWith(" ") ? "\\" : "") + quoted.substring(1, quoted.length() - 1);
    }

    private String key(String key) {
        boolean bare = bareKeys.matcher(key).matches() && !NO_TEXT.contains(key.toLowerCase(Locale.ROOT));
        return bare ? key : Quoted.json(key);
    }

    /** What was written. */
    @Override
    public String toString() {
        return text.toString();
    }
}
