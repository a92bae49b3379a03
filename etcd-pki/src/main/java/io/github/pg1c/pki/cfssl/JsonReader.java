package io.github.pg1c.pki.cfssl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one JSON object; what is not JSON is a finding with its place. */
final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonText source;
    private final JsonParser parser;

    private JsonReader(JsonText source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static Optional<Fields> read(JsonText source, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            JsonReader reader = new JsonReader(source, parser);
            if (parser.nextToken() == null) {
                findings.add(CfsslRule.JSON_SYNTAX, new Origin(source.name(), 1, 1, ""), "the file is empty");
                return Optional.empty();
            }
            JsonValue value = reader.value("");
            if (parser.nextToken() != null) {
                findings.add(CfsslRule.JSON_SYNTAX, reader.here(""), "there is more behind the object");
                return Optional.empty();
            }
            if (value instanceof JsonValue.Members members) {
                return Optional.of(new Fields(members, findings));
            }
            findings.add(CfsslRule.WRONG_TYPE, value.origin(), "object");
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            findings.add(
                    CfsslRule.JSON_SYNTAX,
                    new Origin(
                            source.name(),
                            place == null ? 0 : place.getLineNr(),
                            place == null ? 0 : place.getColumnNr(),
                            ""),
                    e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private JsonValue value(String path) throws IOException {
        Origin origin = here(path);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(origin);
            case START_ARRAY -> items(origin);
            case VALUE_STRING -> new JsonValue.Text(origin, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Number(origin, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(origin, token == JsonToken.VALUE_TRUE);
            default -> new JsonValue.Nothing(origin);
        };
    }

    private JsonValue members(Origin origin) throws IOException {
        List<JsonValue.Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            Origin keyOrigin = here(origin.at(key).path());
            parser.nextToken();
            members.add(new JsonValue.Member(key, keyOrigin, value(keyOrigin.path())));
        }
        return new JsonValue.Members(origin, members);
    }

    private JsonValue items(Origin origin) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(origin.path() + "[" + items.size() + "]"));
        }
        return new JsonValue.Items(origin, items);
    }

    private Origin here(String path) {
        JsonLocation place = parser.currentTokenLocation();
        return new Origin(source.name(), place.getLineNr(), place.getColumnNr(), path);
    }
}
