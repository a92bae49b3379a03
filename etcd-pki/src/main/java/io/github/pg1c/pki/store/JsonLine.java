package io.github.pg1c.pki.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One object of JSON on one line, in ASCII: its values are strings and lists of strings, in the order given. */
final class JsonLine {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonLine() {}

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
        try (JsonParser parser = FACTORY.createParser(line)) {
            Map<String, Object> object = new LinkedHashMap<>();
            expect(parser, parser.nextToken(), JsonToken.START_OBJECT);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                object.put(name, parser.nextToken() == JsonToken.START_ARRAY ? list(parser) : string(parser));
            }
            if (parser.nextToken() != null) {
                throw unexpected(parser);
            }
            return object;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new IllegalArgumentException("it cannot be read", e);
        }
    }

    private static List<String> list(JsonParser parser) throws IOException {
        List<String> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(string(parser));
        }
        return List.copyOf(list);
    }

    private static String string(JsonParser parser) throws IOException {
        expect(parser, parser.currentToken(), JsonToken.VALUE_STRING);
        return parser.getText();
    }

    private static void expect(JsonParser parser, @Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw unexpected(parser);
        }
    }

    private static IllegalArgumentException unexpected(JsonParser parser) {
        return new IllegalArgumentException(
                "unexpected text at character " + parser.currentTokenLocation().getColumnNr());
    }

    /** Everything beyond ASCII is escaped, because a store keeps each file as octets of ISO 8859-1. */
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
