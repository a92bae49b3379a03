package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The permanent replication slots by name, and the list of slots that Patroni leaves alone. */
final class ReplicationSlots {
    private static final Pattern NAME = Pattern.compile("[a-z0-9_]{1,63}");
    private static final Set<String> TYPES = Set.of("physical", "logical");
    private static final Set<String> CLUSTER_TYPES = Set.of("primary", "standby");
    private static final ReleaseSpan CLUSTER_TYPE = ReleaseSpan.since("4.1.0");
    /** Keys of a slot; other ones are stored and have no effect. */
    private static final Set<String> PROPERTIES = Set.of("type", "database", "plugin", "cluster_type");

    private static final Set<String> MATCHED = Set.of("name", "type", "database", "plugin");
    private static final Text COMPLAINS = Text.of(
            "makes no such slot and reports an error at every round",
            "не создаст такой слот и будет сообщать об ошибке в каждом цикле");

    private ReplicationSlots() {}

    /** A section with a section for each slot. */
    static ValueRule permanent() {
        return new Permanent();
    }

    /** A list of sections; a slot with all properties of one of them is left alone. */
    static ValueRule ignored() {
        return new Ignored();
    }

    private record Permanent() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of("a section of slots by name", "раздел со слотами по именам");
        }

        @Override
        public void check(Place place, JsonNode value) {
            if (!value.isObject()) {
                place.otherKind(value, allowed(), Consequence.EMPTY_SECTION);
                return;
            }
            for (Map.Entry<String, JsonNode> slot : value.properties()) {
                slot(place.below(slot.getKey()), slot.getKey(), slot.getValue());
            }
        }

        private static void slot(Place place, String name, JsonNode slot) {
            if (!NAME.matcher(name).matches()) {
                place.findings()
                        .add(new Finding(
                                place.path(),
                                Optional.empty(),
                                Optional.of(Text.of(
                                        "the name of a slot has 1–63 characters of a–z, 0–9 and _",
                                        "имя слота — это 1–63 символа из набора a–z, 0–9 и _")),
                                Effect.FAILING,
                                COMPLAINS,
                                Optional.empty(),
                                Set.of()));
            }
            if (!PythonValue.isTrue(slot)) {
                // A physical slot.
                return;
            }
            if (!slot.isObject()) {
                place.wrong(slot, Text.of("a section", "раздел"), Effect.FAILING, COMPLAINS);
                return;
            }
            oneOf(place.below("type"), slot.path("type"), TYPES, COMPLAINS);
            texts(place, slot);
            boolean logical = PythonValue.isTrue(slot.path("database")) && PythonValue.isTrue(slot.path("plugin"));
            if (slot.path("type").asText().equals("logical") && !logical) {
                place.together(
                        Text.of("a logical slot has database and plugin", "у логического слота есть database и plugin"),
                        Effect.FAILING,
                        COMPLAINS,
                        Set.of(place.path()));
            }
            if (CLUSTER_TYPE.contains(place.version())) {
                oneOf(place.below("cluster_type"), slot.path("cluster_type"), CLUSTER_TYPES, Consequence.SKIPS);
            } else if (slot.has("cluster_type")) {
                place.below("cluster_type").ignored(ConfigKeys.cameWith("4.1"), Optional.empty());
            }
            unknown(place, slot, PROPERTIES);
        }
    }

    private record Ignored() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of(
                    "a list of sections with name, type, database or plugin",
                    "список разделов с ключами name, type, database, plugin");
        }

        @Override
        public void check(Place place, JsonNode value) {
            if (!value.isArray()) {
                place.otherKind(value, allowed(), Consequence.SKIPS);
                return;
            }
            for (JsonNode matcher : value) {
                if (!matcher.isObject()) {
                    place.wrong(matcher, allowed(), Effect.FAILING, Consequence.FAILS);
                    continue;
                }
                oneOf(place, matcher.path("type"), TYPES, Consequence.SKIPS);
                texts(place, matcher);
                unknown(place, matcher, MATCHED);
                if (matcher.properties().stream().noneMatch(entry -> MATCHED.contains(entry.getKey()))) {
                    place.wrong(
                            matcher,
                            allowed(),
                            Effect.REPLACED,
                            Text.of("leaves every slot alone", "не тронет ни одного слота"));
                }
            }
        }
    }

    private static void oneOf(Place place, JsonNode value, Set<String> words, Text made) {
        if (!value.isMissingNode() && !value.isNull() && !words.contains(value.asText())) {
            String all = String.join(", ", new TreeSet<>(words));
            place.wrong(
                    value,
                    Text.of("one of " + all, "одно из значений: " + all),
                    made == COMPLAINS ? Effect.FAILING : Effect.REPLACED,
                    made);
        }
    }

    private static void texts(Place place, JsonNode section) {
        for (String key : new TreeSet<>(Set.of("name", "database", "plugin"))) {
            JsonNode value = section.path(key);
            if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
                place.below(key).wrong(value, Text.of("a name", "имя"), Effect.FAILING, Consequence.FAILS);
            }
        }
    }

    private static void unknown(Place place, JsonNode section, Set<String> known) {
        for (Map.Entry<String, JsonNode> entry : section.properties()) {
            if (!known.contains(entry.getKey()) && !entry.getValue().isNull()) {
                place.below(entry.getKey()).unread(ConfigKeys.nearest(entry.getKey(), known, ""));
            }
        }
    }
}
