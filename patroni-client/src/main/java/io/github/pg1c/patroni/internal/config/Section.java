package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A section with keys.
 *
 * @param keys the keys that Patroni reads
 * @param anyCase true when names may be written in any case, as PostgreSQL's parameters
 * @param effect what becomes of a value that is no section
 * @param others the rule of other keys
 */
record Section(List<Key> keys, boolean anyCase, Effect effect, Others others) implements ValueRule {
    /** Copies the list. */
    Section {
        keys = List.copyOf(keys);
    }

    /**
     * A key that Patroni reads.
     *
     * @param span the versions that read it
     */
    record Key(String name, ValueRule rule, ReleaseSpan span) {}

    /** Checks a key without a rule. */
    interface Others {
        void check(Place place, String key, JsonNode value);
    }

    @Override
    public Text allowed() {
        return Text.of("a section", "раздел");
    }

    @Override
    public void check(Place place, JsonNode value) {
        if (!value.isObject()) {
            boolean none = !PythonValue.isTrue(value);
            place.wrong(
                    value,
                    allowed(),
                    none ? Effect.REPLACED : effect,
                    none
                            ? Consequence.EMPTY_SECTION
                            : effect == Effect.REJECTED ? Consequence.REFUSES : Consequence.FAILS);
            return;
        }
        for (Map.Entry<String, JsonNode> entry : value.properties()) {
            Optional<Key> key = key(entry.getKey());
            if (entry.getValue().isNull()) {
                key.ifPresent(known -> stored(known, place.below(entry.getKey()), entry.getValue()));
            } else if (key.isEmpty()) {
                others.check(place, entry.getKey(), entry.getValue());
            } else if (key.get().span().contains(place.version())) {
                key.get().rule().check(place.below(entry.getKey()), entry.getValue());
            } else {
                place.below(entry.getKey()).ignored(ConfigKeys.notIn(key.get().span()), Optional.empty());
            }
        }
    }

    /** A stored null is the same as no value, unless Patroni fails to cast it. */
    private static void stored(Key key, Place place, JsonNode value) {
        if (key.span().contains(place.version())) {
            Place alone = new Place(place.path(), place.version(), new ArrayList<>());
            key.rule().check(alone, value);
            alone.findings().stream()
                    .filter(finding -> finding.effect() == Effect.REJECTED || finding.effect() == Effect.UNCHECKED)
                    .forEach(place.findings()::add);
        }
    }

    Optional<Key> key(String name) {
        String wanted = anyCase ? name.toLowerCase(Locale.ROOT) : name;
        return keys.stream().filter(key -> key.name().equals(wanted)).findFirst();
    }

    List<String> names() {
        return keys.stream().map(Key::name).toList();
    }
}
