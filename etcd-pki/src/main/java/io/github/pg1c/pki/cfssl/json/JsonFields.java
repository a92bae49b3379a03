package io.github.pg1c.pki.cfssl.json;

import io.github.pg1c.base.words.Suggestion;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.cfssl.input.CfsslRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The members of one JSON object, found by name as in Go: in any case, the last of several, and {@code null} as absent.
 */
public final class JsonFields {
    static final Text OBJECT = Text.of("object", "объект");
    private static final Text ARRAY = Text.of("array", "массив");
    private static final Text INTEGER = Text.of("integer", "целое число");
    private static final Text STRING = Text.of("string", "строка");
    private static final Text TRUTH = Text.of("true or false", "true или false");

    private final JsonValue.Members object;
    private final InputProblems problems;
    private final Map<String, JsonValue> values = new LinkedHashMap<>();
    private final Map<String, JsonValue.Member> unasked = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    JsonFields(JsonValue.Members object, InputProblems problems) {
        this.object = object;
        this.problems = problems;
        for (JsonValue.Member member : object.members()) {
            String key = fold(member.key());
            if (values.put(key, member.value()) != null) {
                problems.add(CfsslRule.DUPLICATE_KEY, member.origin(), member.key());
            }
            unasked.put(key, member);
        }
    }

    public InputPlace origin() {
        return object.origin();
    }

    /** Whether the key has a value. */
    public boolean has(String key) {
        return value(key).isPresent();
    }

    public Optional<Located<String>> text(String key) {
        return value(key).flatMap(this::text);
    }

    public String textOr(String key, String otherwise) {
        return text(key).map(Located::value).orElse(otherwise);
    }

    public Optional<Located<Integer>> integer(String key) {
        return value(key).flatMap(this::integer);
    }

    public boolean truth(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof JsonValue.Truth truth) {
                        return truth.holds();
                    }
                    wrong(value, TRUTH);
                    return false;
                })
                .orElse(false);
    }

    public Optional<JsonFields> object(String key) {
        return value(key).flatMap(this::object);
    }

    public List<JsonFields> objects(String key) {
        return items(key).stream().flatMap(item -> object(item).stream()).toList();
    }

    public List<Located<String>> texts(String key) {
        return items(key).stream().flatMap(item -> text(item).stream()).toList();
    }

    public List<Located<Integer>> integers(String key) {
        return items(key).stream().flatMap(item -> integer(item).stream()).toList();
    }

    /** The members of a map, in the order of the file. */
    public Map<String, JsonFields> objectsByName(String key) {
        Map<String, JsonFields> entries = new LinkedHashMap<>();
        for (JsonValue.Member member : membersOf(key)) {
            object(member.value()).ifPresent(fields -> entries.put(member.key(), fields));
        }
        return entries;
    }

    public Map<String, Located<String>> textsByName(String key) {
        Map<String, Located<String>> entries = new LinkedHashMap<>();
        for (JsonValue.Member member : membersOf(key)) {
            text(member.value()).ifPresent(text -> entries.put(member.key(), text));
        }
        return entries;
    }

    /** Known keys with irrelevant values. */
    public void ignore(String... keys) {
        for (String key : keys) {
            value(key);
        }
    }

    /** Ends the reading; keys that were not asked for are mistakes. */
    public void end() {
        for (JsonValue.Member member : unasked.values()) {
            Optional<String> meant = Suggestion.of(member.key(), asked);
            if (meant.isPresent()) {
                problems.add(CfsslRule.KEY_MISSPELT, member.origin(), member.key(), meant.get());
            } else {
                problems.add(CfsslRule.KEY_UNKNOWN, member.origin(), member.key(), String.join(", ", asked));
            }
        }
    }

    private Optional<JsonValue> value(String key) {
        asked.add(key);
        unasked.remove(fold(key));
        return Optional.ofNullable(values.get(fold(key))).filter(value -> !(value instanceof JsonValue.Nothing));
    }

    private List<JsonValue> items(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof JsonValue.Items list) {
                        return list.items();
                    }
                    wrong(value, ARRAY);
                    return List.<JsonValue>of();
                })
                .orElse(List.of());
    }

    private List<JsonValue.Member> membersOf(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof JsonValue.Members map) {
                        return map.members();
                    }
                    wrong(value, OBJECT);
                    return List.<JsonValue.Member>of();
                })
                .orElse(List.of());
    }

    private Optional<Located<String>> text(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Optional.of(new Located<>(text.text(), text.origin()));
        }
        if (value instanceof JsonValue.Nothing) {
            // Go keeps the zero value for an element that is null.
            return Optional.of(new Located<>("", value.origin()));
        }
        wrong(value, STRING);
        return Optional.empty();
    }

    private Optional<Located<Integer>> integer(JsonValue value) {
        if (value instanceof JsonValue.Number number) {
            try {
                return Optional.of(new Located<>(Integer.parseInt(number.literal()), number.origin()));
            } catch (NumberFormatException e) {
                wrong(value, INTEGER);
                return Optional.empty();
            }
        }
        wrong(value, INTEGER);
        return Optional.empty();
    }

    private Optional<JsonFields> object(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return Optional.of(new JsonFields(members, problems));
        }
        wrong(value, OBJECT);
        return Optional.empty();
    }

    private void wrong(JsonValue value, Text wanted) {
        problems.add(CfsslRule.WRONG_TYPE, value.origin(), wanted);
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
