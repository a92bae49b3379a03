package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * An integer.
 *
 * @param min the smallest value
 * @param max the largest value; empty without one
 * @param unit the unit of a value without one; a value may only have a unit when this is given
 * @param words the unit for people
 * @param cast the versions that read it by Python's {@code int}, and refuse the whole configuration when that fails;
 *     other versions read it as PostgreSQL reads a parameter
 * @param refused the versions that refuse the whole configuration when reading fails, however they read
 * @param plain the versions that take the value as it is, and fail later with one that is no integer
 * @param fallback the value that Patroni takes in place of one that it cannot read
 * @param outside what Patroni does with an integer below the range; one above it is used
 */
record WholeNumber(
        BigInteger min,
        Optional<BigInteger> max,
        Optional<String> unit,
        Text words,
        Optional<ReleaseSpan> cast,
        Optional<ReleaseSpan> refused,
        Optional<ReleaseSpan> plain,
        String fallback,
        Outside outside)
        implements ValueRule {

    /** What Patroni does with an integer below the range. */
    enum Outside {
        /** The value is used. */
        USED,
        /** Since Patroni 3.2 the smallest value is taken; before, the value is used. */
        RAISED,
        /** The default is taken. */
        DEFAULT
    }

    private static final ReleaseSpan RAISES = ReleaseSpan.since("3.2.0");
    private static final ReleaseSpan CONVERTS_PARAMETERS = ReleaseSpan.since("3.0.3");

    static WholeNumber from(long min, String fallback) {
        return new WholeNumber(
                BigInteger.valueOf(min),
                Optional.empty(),
                Optional.empty(),
                Text.same(""),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                fallback,
                Outside.USED);
    }

    WholeNumber upTo(long largest) {
        return new WholeNumber(
                min, Optional.of(BigInteger.valueOf(largest)), unit, words, cast, refused, plain, fallback, outside);
    }

    /** With a unit for people only. */
    WholeNumber in(Text name) {
        return new WholeNumber(min, max, unit, name, cast, refused, plain, fallback, outside);
    }

    /** With a unit that a value may have, too. */
    WholeNumber withUnit(String name, Text people) {
        return new WholeNumber(min, max, Optional.of(name), people, cast, refused, plain, fallback, outside);
    }

    WholeNumber castIn(ReleaseSpan span) {
        return new WholeNumber(min, max, unit, words, Optional.of(span), Optional.of(span), plain, fallback, outside);
    }

    WholeNumber refusedIn(ReleaseSpan span) {
        return new WholeNumber(min, max, unit, words, cast, Optional.of(span), plain, fallback, outside);
    }

    WholeNumber plainIn(ReleaseSpan span) {
        return new WholeNumber(min, max, unit, words, cast, refused, Optional.of(span), fallback, outside);
    }

    WholeNumber otherwise(Outside what) {
        return new WholeNumber(min, max, unit, words, cast, refused, plain, fallback, what);
    }

    @Override
    public Text allowed() {
        String range = max.map(most -> min + "–" + most).orElse(min.toString());
        return Text.of(
                (max.isPresent() ? "an integer of " + range : "an integer from " + range) + words.en(),
                (max.isPresent() ? "целое число " + range : "целое число от " + range) + words.ru());
    }

    @Override
    public void check(Place place, JsonNode value) {
        PatroniVersion version = place.version();
        if (in(plain, version) && !value.isIntegralNumber()) {
            place.wrong(value, allowed(), Effect.FAILING, Consequence.FAILS);
            return;
        }
        Optional<BigInteger> read = in(cast, version) ? PythonValue.castInt(value) : PythonValue.parseInt(value, unit);
        if (read.isEmpty()) {
            if (in(refused, version)) {
                place.wrong(value, allowed(), Effect.REJECTED, Consequence.REFUSES);
            } else {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.takesDefault(fallback));
            }
            return;
        }
        BigInteger number = read.get();
        if (max.filter(most -> number.compareTo(most) > 0).isPresent()) {
            place.wrong(value, allowed(), Effect.UNCHECKED, Consequence.USES);
        } else if (number.compareTo(min) < 0) {
            if (outside == Outside.DEFAULT) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.takesDefault(fallback));
            } else if (outside == Outside.RAISED && RAISES.contains(version)) {
                place.wrong(value, allowed(), Effect.REPLACED, Consequence.takes(min.toString()));
            } else {
                place.wrong(value, allowed(), Effect.UNCHECKED, Consequence.USES);
            }
        } else if (PythonValue.exact(value, unit)
                .filter(exact -> exact.compareTo(new BigDecimal(number)) == 0)
                .isEmpty()) {
            boolean converted = outside != Outside.DEFAULT || CONVERTS_PARAMETERS.contains(version);
            place.wrong(
                    value,
                    allowed(),
                    converted ? Effect.REPLACED : Effect.UNCHECKED,
                    converted ? Consequence.takes(number.toString()) : Consequence.USES);
        }
    }

    private static boolean in(Optional<ReleaseSpan> span, PatroniVersion version) {
        return span.filter(range -> range.contains(version)).isPresent();
    }
}
