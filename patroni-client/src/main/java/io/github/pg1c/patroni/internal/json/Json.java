package io.github.pg1c.patroni.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads and makes JSON with Jackson. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /** The object in a body. An incomplete answer is broken JSON, because Patroni does not announce its length. */
    public static JsonNode object(URI uri, byte[] body) {
        JsonNode node = parse(uri, body);
        if (!node.isObject()) {
            throw new PatroniException(uri, Text.of("the answer is not a JSON object", "ответ — не объект JSON"), null);
        }
        return node;
    }

    public static JsonNode parse(URI uri, byte[] body) {
        if (body.length == 0) {
            throw new PatroniException(uri, Text.of("the answer is empty", "ответ пуст"), null);
        }
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new PatroniException(
                    uri,
                    Text.of(
                            "the answer is not valid JSON: " + e.getOriginalMessage(),
                            "ответ — не JSON: «" + e.getOriginalMessage() + "»"),
                    e);
        } catch (IOException e) {
            throw new PatroniException(uri, Text.of("the answer is not valid JSON", "ответ — не JSON"), e);
        }
    }

    /** The tree of valid JSON. */
    public static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** A node for plain values: texts, numbers, booleans, lists, maps and null. */
    public static JsonNode node(@Nullable Object value) {
        return MAPPER.valueToTree(value);
    }

    public static ObjectNode newObject() {
        return MAPPER.createObjectNode();
    }

    /** The object in a text of the caller, who is responsible for mistakes in it. */
    public static ObjectNode written(String json) {
        if (tree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }
}
