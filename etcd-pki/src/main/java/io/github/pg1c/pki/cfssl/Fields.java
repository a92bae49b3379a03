package io.github.pg1c.pki.cfssl;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The members of one JSON object, asked for by name as Go does it: in any case, the last of several, and {@code null} like nothing. */
final class Fields {
    private final JsonValue.Members object;
    private final Findings findings;
    private final Map<String, JsonValue> values = new LinkedHashMap<>();
    private final Map<String, JsonValue.Member> unasked = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(JsonValue.Members object, Findings findings) {
        this.object = object;
        this.findings = findings;
        for (JsonValue.Member member : object.members()) {
            String key = fold(member.key());
            if (values.put(key, member.value()) != null) {
                findings.add(CfsslRule.DUPLICATE_KEY, member.origin(), member.key());
            }
            unasked.put(key, member);
        }
    }

    Origin origin() {
        return object.origin();
    }

    /** Whether the key is there with a value. */
    boolean has(String key) {
        return value(key).isPresent();
    }

    Optional<Field<String>> text(String key) {
        return value(key).flatMap(this::text);
    }

    String textOr(String key, String otherwise) {
        return text(key).map(Field::value).orElse(otherwise);
    }

    Optional<Field<Integer>> integer(String key) {
        return value(key).flatMap(this::integer);
    }

    boolean truth(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof JsonValue.Truth truth) {
                        return truth.holds();
                    }
                    wrong(value, "true or false");
                    return false;
                })
                .orElse(false);
    }

    Optional<Fields> object(String key) {
        return value(key).flatMap(this::object);
    }

    List<Fields> objects(String key) {
        return items(key).stream().flatMap(item -> object(item).stream()).toList();
    }

    List<Field<String>> texts(String key) {
        return items(key).stream().flatMap(item -> text(item).stream()).toList();
    }

    List<Field<Integer>> integers(String key) {
        return items(key).stream().flatMap(item -> integer(item).stream()).toList();
    }

    /** The members of a map, in the order of the file. */
    Map<String, Fields> objectsByName(String key) {
        Map<String, Fields> entries = new LinkedHashMap<>();
        for (JsonValue.Member member : membersOf(key)) {
            object(member.value()).ifPresent(fields -> entries.put(member.key(), fields));
        }
        return entries;
    }

    Map<String, Field<String>> textsByName(String key) {
        Map<String, Field<String>> entries = new LinkedHashMap<>();
        for (JsonValue.Member member : membersOf(key)) {
            text(member.value()).ifPresent(text -> entries.put(member.key(), text));
        }
        return entries;
    }

    /** Known keys whose values do not matter here. */
    void ignore(String... keys) {
        for (String key : keys) {
            value(key);
        }
    }

    /** To be called when all known keys were asked for: the others are mistakes. */
    void end() {
        for (JsonValue.Member member : unasked.values()) {
            Optional<String> meant = Nearest.to(member.key(), asked);
            if (meant.isPresent()) {
                findings.add(CfsslRule.KEY_MISSPELT, member.origin(), member.key(), meant.get());
            } else {
                findings.add(CfsslRule.KEY_UNKNOWN, member.origin(), member.key(), String.join(", ", asked));
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
                    wrong(value, "array");
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
                    wrong(value, "object");
                    return List.<JsonValue.Member>of();
                })
                .orElse(List.of());
    }

    private Optional<Field<String>> text(JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            return Optional.of(new Field<>(text.text(), text.origin()));
        }
        if (value instanceof JsonValue.Nothing) {
            // Go leaves an element that is null at its zero value.
            return Optional.of(new Field<>("", value.origin()));
        }
        wrong(value, "string");
        return Optional.empty();
    }

    private Optional<Field<Integer>> integer(JsonValue value) {
        if (value instanceof JsonValue.Number number) {
            try {
                return Optional.of(new Field<>(Integer.parseInt(number.literal()), number.origin()));
            } catch (NumberFormatException e) {
                wrong(value, "integer");
                return Optional.empty();
            }
        }
        wrong(value, "integer");
        return Optional.empty();
    }

    private Optional<Fields> object(JsonValue value) {
        if (value instanceof JsonValue.Members members) {
            return Optional.of(new Fields(members, findings));
        }
        wrong(value, "object");
        return Optional.empty();
    }

    private void wrong(JsonValue value, String wanted) {
        findings.add(CfsslRule.WRONG_TYPE, value.origin(), wanted);
    }

    private static String fold(String key) {
        return key.toLowerCase(Locale.ROOT);
    }
}
