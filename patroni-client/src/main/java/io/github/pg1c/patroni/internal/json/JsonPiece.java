package io.github.pg1c.patroni.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.patroni.protocol.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A piece of an answer; its text form is the JSON. */
public record JsonPiece(JsonNode node) implements RawJson {

    /** The tree of a piece of JSON, also of another implementation. */
    public static JsonNode tree(RawJson raw) {
        return raw instanceof JsonPiece value ? value.node : Json.tree(raw.json());
    }

    @Override
    public Optional<RawJson> at(String... path) {
        JsonNode current = node;
        for (String field : path) {
            current = current.path(field);
        }
        return current.isMissingNode() || current.isNull() ? Optional.empty() : Optional.of(new JsonPiece(current));
    }

    @Override
    public Map<String, RawJson> fields() {
        Map<String, RawJson> fields = new LinkedHashMap<>();
        node.properties().forEach(entry -> fields.put(entry.getKey(), new JsonPiece(entry.getValue())));
        return Collections.unmodifiableMap(fields);
    }

    @Override
    public OptionalLong number() {
        return node.isNumber() && node.canConvertToLong() ? OptionalLong.of(node.longValue()) : OptionalLong.empty();
    }

    @Override
    public String text() {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    @Override
    public String json() {
        return node.toString();
    }

    @Override
    public String toString() {
        return json();
    }
}
