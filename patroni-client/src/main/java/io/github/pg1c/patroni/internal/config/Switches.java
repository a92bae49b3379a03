package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.Locale;
import java.util.Optional;

/** The rules of values that are on or off. */
final class Switches {
    private static final Text ON_OR_OFF =
            Text.of("true or false (on, off, yes, no, 1, 0)", "true или false (on, off, yes, no, 1, 0)");
    private static final Text TRUE_OR_FALSE = Text.of("true or false without quotes", "true или false без кавычек");
    /** The versions that know quorum commit. */
    static final ReleaseSpan QUORUM = ReleaseSpan.since("4.0.0");

    private Switches() {}

    /** A value that Patroni reads by its {@code parse_bool}; anything else is off. */
    static ValueRule mode() {
        return new Mode(Optional.empty());
    }

    /** The same; these versions also cast it to an integer, and refuse the configuration when that fails. */
    static ValueRule mode(ReleaseSpan cast) {
        return new Mode(Optional.of(cast));
    }

    /** {@code synchronous_mode}: off, on, and quorum since Patroni 4.0. */
    static ValueRule synchronousMode() {
        return new SynchronousModeValue();
    }

    /** A value that Python takes for true unless it is empty or zero, so {@code "off"} is on. */
    static ValueRule truth() {
        return new Truth();
    }

    /** A value that these versions take as {@link #truth}, and others as {@link #mode}. */
    static ValueRule truthIn(ReleaseSpan span) {
        return new ValueRule() {
            @Override
            public Text allowed() {
                return TRUE_OR_FALSE;
            }

            @Override
            public void check(Place place, JsonNode value) {
                (span.contains(place.version()) ? truth() : mode()).check(place, value);
            }
        };
    }

    /** A switch of PostgreSQL that Patroni checks; with another value its default is taken. */
    static ValueRule parameter(String fallback) {
        return new Parameter(fallback, ReleaseSpan.ALL);
    }

    /** A switch of PostgreSQL that must be on before this version. */
    static ValueRule onBefore(String version) {
        return new Parameter("on", ReleaseSpan.since(version));
    }

    private record Mode(Optional<ReleaseSpan> cast) implements ValueRule {
        @Override
        public Text allowed() {
            return ON_OR_OFF;
        }

        @Override
        public void check(Place place, JsonNode value) {
            PatroniVersion version = place.version();
            if (cast.filter(span -> span.contains(version)).isPresent()
                    && PythonValue.castInt(value).isEmpty()) {
                place.wrong(value, allowed(), Effect.REJECTED, Consequence.REFUSES);
            } else if (PythonValue.parseBool(value).isEmpty()) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.OFF);
            }
        }
    }

    private record SynchronousModeValue() implements ValueRule {
        @Override
        public Text allowed() {
            return Text.of("on, off, or quorum since Patroni 4.0", "on, off или, начиная с Patroni 4.0, quorum");
        }

        @Override
        public void check(Place place, JsonNode value) {
            boolean quorum = value.isTextual()
                    && value.textValue().toLowerCase(Locale.ROOT).equals("quorum")
                    && QUORUM.contains(place.version());
            if (!quorum && PythonValue.parseBool(value).isEmpty()) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.OFF);
            }
        }
    }

    private record Truth() implements ValueRule {
        @Override
        public Text allowed() {
            return TRUE_OR_FALSE;
        }

        @Override
        public void check(Place place, JsonNode value) {
            boolean taken = PythonValue.isTrue(value);
            if (PythonValue.parseBool(value).filter(meant -> meant == taken).isEmpty()) {
                place.wrong(value, allowed(), Effect.REPLACED, taken ? Consequence.ON : Consequence.OFF);
            }
        }
    }

    /** @param free the versions in which it may be off */
    private record Parameter(String fallback, ReleaseSpan free) implements ValueRule {
        @Override
        public Text allowed() {
            return free.equals(ReleaseSpan.ALL)
                    ? ON_OR_OFF
                    : Text.of(
                            "on"
                                    + free.since()
                                            .map(v -> ", or off since Patroni " + v)
                                            .orElse(""),
                            "on"
                                    + free.since()
                                            .map(v -> " или, начиная с Patroni " + v + ", off")
                                            .orElse(""));
        }

        @Override
        public void check(Place place, JsonNode value) {
            Optional<Boolean> read = PythonValue.parseBool(value);
            boolean fits = read.isPresent() && (read.get() || free.contains(place.version()));
            // Patroni before 3.0.3 takes no value of a parameter that has to be on; with on that makes no difference.
            if (!fits) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.takesDefault(fallback));
            }
        }
    }
}
