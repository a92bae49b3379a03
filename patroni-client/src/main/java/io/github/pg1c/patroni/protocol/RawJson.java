package io.github.pg1c.patroni.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A raw piece of an answer, for fields that are newer than this library. Two pieces from answers are equal when their
 * JSON is equal.
 *
 * @since 0.1
 */
public interface RawJson {
    /** An empty object, for values that did not come from Patroni. */
    RawJson EMPTY = new EmptyJson();

    /** The value at this path of field names; empty when it is absent or {@code null}. */
    Optional<RawJson> at(String... path);

    /** The fields of an object, in the order of the answer; empty for anything else. */
    Map<String, RawJson> fields();

    /** The whole part of a number; empty for anything else, a number in quotes included, and for one beyond 64 bits. */
    OptionalLong number();

    /** The value of a text, or the JSON of anything else. */
    String text();

    /** The JSON, on one line. */
    String json();
}
