package io.github.pg1c.patroni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Reading of Patroni's JSON: fields come and go with releases, so what is missing or of another type is empty, and what is new is passed over. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][X]")
            .toFormatter(Locale.ROOT);

    private Json() {}

    /** The object in a body; an answer that breaks off shows as broken JSON, since Patroni does not announce its length. */
    static JsonNode object(URI uri, byte[] body) {
        if (body.length == 0) {
            throw new PatroniException(uri, "the answer is empty", null);
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new PatroniException(uri, "the answer is not valid JSON: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new PatroniException(uri, "the answer is not valid JSON", e);
        }
        if (!node.isObject()) {
            throw new PatroniException(uri, "the answer is not a JSON object", null);
        }
        return node;
    }

    static Optional<String> text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }

    static OptionalInt integer(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToInt()
                ? OptionalInt.of(value.intValue())
                : OptionalInt.empty();
    }

    static OptionalLong number(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isIntegralNumber() && value.canConvertToLong()
                ? OptionalLong.of(value.longValue())
                : OptionalLong.empty();
    }

    static boolean isTrue(JsonNode object, String field) {
        return object.path(field).asBoolean(false);
    }

    static Optional<OffsetDateTime> time(JsonNode object, String field) {
        return text(object, field).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text.replaceFirst(" ", "T"), TIME));
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        });
    }

    static Map<String, String> tags(JsonNode object) {
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
