package io.github.pg1c.pki.cfssl.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import io.github.pg1c.pki.cfssl.input.JsonSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one JSON object; a syntax error is a finding with its place. */
public final class JsonReader {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonSource source;
    private final JsonParser parser;

    private JsonReader(JsonSource source, JsonParser parser) {
        this.source = source;
        this.parser = parser;
    }

    public static Optional<JsonFields> read(JsonSource source, InputProblems problems) {
        try (JsonParser parser = FACTORY.createParser(source.text())) {
            JsonReader reader = new JsonReader(source, parser);
            if (parser.nextToken() == null) {
                problems.add(
                        CfsslRule.JSON_SYNTAX,
                        new InputPlace(source.name(), 1, 1, ""),
                        Text.of("the file is empty", "файл пуст"));
                return Optional.empty();
            }
            JsonValue value = reader.value("");
            if (parser.nextToken() != null) {
                problems.add(
                        CfsslRule.JSON_SYNTAX,
                        reader.here(""),
                        Text.of("there is more behind the object", "после объекта есть что-то ещё"));
                return Optional.empty();
            }
            if (value instanceof JsonValue.Members members) {
                return Optional.of(new JsonFields(members, problems));
            }
            problems.add(CfsslRule.WRONG_TYPE, value.origin(), JsonFields.OBJECT);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            problems.add(
                    CfsslRule.JSON_SYNTAX,
                    new InputPlace(
                            source.name(),
                            place == null ? 0 : place.getLineNr(),
                            place == null ? 0 : place.getColumnNr(),
                            ""),
                    Text.of(String.valueOf(e.getOriginalMessage()), "текст с этого места не разобрать"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.empty();
    }

    private JsonValue value(String path) throws IOException {
        InputPlace origin = here(path);
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> members(origin);
            case START_ARRAY -> items(origin);
            case VALUE_STRING -> new JsonValue.Text(origin, GoText.wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Number(origin, parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(origin, token == JsonToken.VALUE_TRUE);
            default -> new JsonValue.Nothing(origin);
        };
    }

    private JsonValue members(InputPlace origin) throws IOException {
        List<JsonValue.Member> members = new ArrayList<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = GoText.wellFormed(parser.currentName());
            InputPlace keyOrigin = here(origin.at(key).path());
            parser.nextToken();
            members.add(new JsonValue.Member(key, keyOrigin, value(keyOrigin.path())));
        }
        return new JsonValue.Members(origin, members);
    }

    private JsonValue items(InputPlace origin) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(origin.path() + "[" + items.size() + "]"));
        }
        return new JsonValue.Items(origin, items);
    }

    private InputPlace here(String path) {
        JsonLocation place = parser.currentTokenLocation();
        return new InputPlace(source.name(), place.getLineNr(), place.getColumnNr(), path);
    }
}
