package io.github.pg1c.patroni;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;

/**
 * A piece of an answer as it came, for what is newer than this library.
 *
 * @since 0.1
 */
public final class RawJson {
    private final JsonNode node;

    RawJson(JsonNode node) {
        this.node = node;
    }

    /** What is at this path of field names; empty when there is nothing or {@code null}. */
    public Optional<RawJson> at(String... path) {
        JsonNode current = node;
        for (String field : path) {
            current = current.path(field);
        }
        return current.isMissingNode() || current.isNull() ? Optional.empty() : Optional.of(new RawJson(current));
    }

    /** A text as it is, anything else as JSON. */
    public String text() {
        return node.isTextual() ? node.textValue() : node.toString();
    }

    /** The JSON, on one line. */
    public String json() {
        return node.toString();
    }

    JsonNode node() {
        return node;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawJson raw && raw.node.equals(node);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(node);
    }

    /** The same as {@link #json}. */
    @Override
    public String toString() {
        return json();
    }
}
