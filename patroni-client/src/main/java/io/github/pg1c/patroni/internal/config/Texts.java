package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rules of texts, lists of texts, and other values without a type of their own. */
final class Texts {
    private static final ReleaseSpan BEFORE_3_0_3 = ReleaseSpan.before("3.0.3");

    private Texts() {}

    /** A text that is not empty; Patroni fails with anything else. */
    static ValueRule text() {
        return new Line(Text.of("a text in one line", "текст в одну строку"), Effect.FAILING, Consequence.FAILS);
    }

    /** A text without which Patroni cannot take over any configuration. */
    static ValueRule essentialText() {
        return new Line(Text.of("a text in one line", "текст в одну строку"), Effect.REJECTED, Consequence.REFUSES);
    }

    /** A host name or address, or several with commas. */
    static ValueRule hosts() {
        return new Hosts();
    }

    /** A list of texts. */
    static ValueRule names() {
        return new Names();
    }

    /** The options of a program of PostgreSQL: a list of names or pairs, or a section. */
    static ValueRule options() {
        return new Options();
    }

    /** A number of seconds, with or without a fraction. */
    static ValueRule seconds() {
        return new Seconds();
    }

    /** One of these words, in any case; with another one the default is taken. */
    static ValueRule oneOf(String fallback, String... words) {
        return new OneOf(fallback, List.of(words));
    }

    /** A parameter of PostgreSQL that Patroni hands on without a check. */
    static ValueRule parameter() {
        return new Scalar();
    }

    /** True for a text with a character that ends a line or a string of C. */
    static boolean breaks(String text) {
        return text.codePoints().anyMatch(c -> c == '\n' || c == '\r' || c == 0);
    }

    private record Line(Text allowed, Effect effect, Text made) implements ValueRule {
        @Override
        public void check(Place place, JsonNode value) {
            if (value.isTextual() && !breaks(value.textValue())) {
                return;
            }
            if (!PythonValue.isTrue(value)) {
                place.wrong(value, allowed, Effect.REPLACED, Consequence.SKIPS);
            } else if (value.isTextual()) {
                place.wrong(value, allowed, Effect.FAILING, Consequence.FAILS);
            } else {
                place.wrong(value, allowed, effect, made);
            }
        }
    }

    private record Hosts() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of(
                    "a host name or address, several with commas", "имя или адрес узла, несколько через запятую");
        }

        @Override
        public void check(Place place, JsonNode value) {
            boolean fits = value.isTextual()
                    && List.of(value.textValue().split(",", -1)).stream()
                            .allMatch(host -> host.strip().matches("[^\\s,'\"\\\\=]+"));
            if (!fits) {
                place.otherKind(value, allowed(), Consequence.SKIPS);
            }
        }
    }

    private record Names() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of("a list of texts", "список строк");
        }

        @Override
        public void check(Place place, JsonNode value) {
            if (!value.isArray()) {
                place.otherKind(value, allowed(), Consequence.SKIPS);
                return;
            }
            for (JsonNode item : value) {
                if (!item.isTextual() || item.textValue().isBlank()) {
                    place.wrong(item, allowed(), Effect.FAILING, Consequence.FAILS);
                }
            }
        }
    }

    private record Options() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of(
                    "a list of names and of pairs of a name and a text, or a section",
                    "список имён и пар из имени и строки или раздел");
        }

        @Override
        public void check(Place place, JsonNode value) {
            if (value.isObject()) {
                for (var entry : value.properties()) {
                    if (PythonValue.isTrue(entry.getValue())
                            && !entry.getValue().isTextual()) {
                        place.below(entry.getKey())
                                .wrong(entry.getValue(), allowed(), Effect.FAILING, Consequence.FAILS);
                    }
                }
            } else if (value.isArray()) {
                for (JsonNode item : value) {
                    boolean pair = item.isObject()
                            && item.size() == 1
                            && item.elements().next().isTextual();
                    if (!item.isTextual() && !pair) {
                        place.wrong(item, allowed(), Effect.REPLACED, Consequence.SKIPS);
                    }
                }
            } else {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.SKIPS);
            }
        }
    }

    private record Seconds() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of("a number from 0, in seconds", "число от 0, в секундах");
        }

        @Override
        public void check(Place place, JsonNode value) {
            Optional<Double> read = PythonValue.castFloat(value);
            if (read.isEmpty()) {
                boolean none = !PythonValue.isTrue(value);
                place.wrong(
                        value,
                        allowed(),
                        none ? Effect.REPLACED : value.isBoolean() ? Effect.REPLACED : Effect.FAILING,
                        none ? Consequence.takes("0") : value.isBoolean() ? Consequence.takes("1") : Consequence.FAILS);
            } else if (read.get() < 0) {
                place.wrong(value, allowed(), Effect.UNCHECKED, Consequence.USES);
            }
        }
    }

    private record OneOf(String fallback, List<String> words) implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of("one of " + String.join(", ", words), "одно из значений: " + String.join(", ", words));
        }

        @Override
        public void check(Place place, JsonNode value) {
            PatroniVersion version = place.version();
            if (!value.isTextual() && BEFORE_3_0_3.contains(version)) {
                place.wrong(value, allowed(), Effect.REJECTED, Consequence.REFUSES);
            } else if (!value.isTextual() || !words.contains(value.textValue().toLowerCase(Locale.ROOT))) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.takesDefault(fallback));
            }
        }
    }

    private record Scalar() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of(
                    "a text in one line, a number, or true or false",
                    "строка без переводов строки, число или true, false");
        }

        @Override
        public void check(Place place, JsonNode value) {
            boolean fits = value.isTextual() ? !breaks(value.textValue()) : value.isNumber() || value.isBoolean();
            if (!fits) {
                place.wrong(
                        value,
                        allowed(),
                        Effect.UNCHECKED,
                        Text.of("writes it to postgresql.conf as it is", "запишет его в postgresql.conf как есть"));
            }
        }
    }
}
