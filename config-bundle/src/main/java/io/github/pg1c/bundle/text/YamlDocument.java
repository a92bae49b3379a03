package io.github.pg1c.bundle.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Values as a YAML document in block style; every string is quoted, because Ansible reads YAML 1.1.
 *
 * <p>Maps, lists, strings, booleans and whole numbers; maps keep their order.
 */
public final class YamlDocument {

    private static final Pattern BARE_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");

    private final StringBuilder text = new StringBuilder("---\n");

    private YamlDocument() {}

    public static String of(List<String> comments, Object root) {
        YamlDocument document = new YamlDocument();
        comments.forEach(comment -> document.text.append("# ").append(comment).append('\n'));
        document.block(root, 0);
        return document.text.toString();
    }

    private void block(Object value, int depth) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, content) -> {
                text.append("  ".repeat(depth)).append(key(key.toString())).append(':');
                content(content, depth + 1);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(item -> item(item, depth));
        } else {
            throw new IllegalArgumentException("A document is a map or a list, not " + value.getClass());
        }
    }

    private void content(Object value, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty() || value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            block(value, depth);
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    /** The first line of a map in a list stands behind the dash. */
    private void item(Object value, int depth) {
        String margin = "  ".repeat(depth);
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            int start = text.length();
            block(map, depth + 1);
            text.replace(start, start + margin.length() + 2, margin + "- ");
        } else {
            text.append(margin).append("- ").append(scalar(value)).append('\n');
        }
    }

    private static String key(String key) {
        return BARE_KEY.matcher(key).matches() ? key : scalar(key);
    }

    private static String scalar(Object value) {
        if (value instanceof Boolean || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Map) {
            return "{}";
        }
        if (value instanceof List) {
            return "[]";
        }
        return '"' + escape((String) value) + '"';
    }

    private static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        value.chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                escaped.append('\\').append((char) character);
            } else if (character == '\n') {
                escaped.append("\\n");
            } else if (character < 0x20 || character == 0x7F) {
                escaped.append(String.format(java.util.Locale.ROOT, "\\x%02x", character));
            } else {
                escaped.append((char) character);
            }
        });
        return escaped.toString();
    }
}
