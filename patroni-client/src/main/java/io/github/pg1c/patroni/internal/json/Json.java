package io.github.pg1c.patroni.internal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.cluster.ParameterChange;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.cluster.ScheduledRestart;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reading of Patroni's JSON: fields come and go with releases, so what is missing or of another type is empty, and what
 * is new is passed over.
 */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * The object in a body; an answer that breaks off shows as broken JSON, since Patroni does not announce its length.
     */
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

    /** The tree of JSON that was valid before. */
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

    /** What a caller has written, so a mistake in it is the caller's. */
    public static ObjectNode written(String json) {
        if (tree(json) instanceof ObjectNode object) {
            return object;
        }
        throw new IllegalArgumentException("not a JSON object");
    }

    public static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    public static OptionalInt integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    public static OptionalLong number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    public static boolean isTrue(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    public static Optional<OffsetDateTime> time(JsonNode object, String field) {
        return text(object, field).flatMap(Timestamps::parse);
    }

    public static Optional<Lsn> offset(JsonNode object, String field) {
        OptionalLong value = number(object, field);
        return value.isPresent() ? Optional.of(new Lsn(value.getAsLong())) : Optional.empty();
    }

    public static Optional<Lsn> lsn(JsonNode object, String field) {
        return text(object, field).flatMap(Lsn::parse);
    }

    public static Lag lag(JsonNode object, String field) {
        JsonNode lag = object.path(field);
        if (lag.isIntegralNumber() && lag.canConvertToLong()) {
            return new Lag.Bytes(lag.longValue());
        }
        return lag.isMissingNode() || lag.isNull() ? new Lag.Absent() : new Lag.Unknown();
    }

    public static List<ParameterChange> pendingRestart(JsonNode object) {
        List<ParameterChange> changes = new ArrayList<>();
        object.path("pending_restart_reason")
                .properties()
                .forEach(entry -> changes.add(new ParameterChange(
                        entry.getKey(),
                        entry.getValue().path("old_value").asText(""),
                        entry.getValue().path("new_value").asText(""))));
        return changes;
    }

    public static Optional<ScheduledRestart> scheduledRestart(JsonNode object) {
        JsonNode restart = object.path("scheduled_restart");
        return restart.isObject()
                ? Optional.of(new ScheduledRestart(
                        time(restart, "schedule"),
                        isTrue(restart, "restart_pending"),
                        text(restart, "role").map(Role::of),
                        text(restart, "postgres_version"),
                        new JsonValue(restart)))
                : Optional.empty();
    }

    public static Map<String, String> tags(JsonNode object) {
        Map<String, String> tags = new TreeMap<>();
        object.path("tags")
                .properties()
                .forEach(tag -> tags.put(
                        tag.getKey(),
                        tag.getValue().isTextual()
                                ? tag.getValue().textValue()
                                : tag.getValue().toString()));
        return tags;
    }
}
