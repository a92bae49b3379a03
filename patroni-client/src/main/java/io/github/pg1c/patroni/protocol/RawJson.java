package io.github.pg1c.patroni.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A piece of an answer as it came, for what is newer than this library. Two pieces that were read are equal when their
 * JSON is.
 *
 * @since 0.1
 */
public interface RawJson {
    /** An empty object, for values that did not come from Patroni. */
    RawJson EMPTY = new EmptyJson();

    /** What is at this path of field names; empty when there is nothing or {@code null}. */
    Optional<RawJson> at(String... path);

    /** The fields of an object, in the order of the answer; empty for anything else. */
    Map<String, RawJson> fields();

    /** The whole part of a number; empty for anything else, a number in quotes included, and for one beyond 64 bits. */
    OptionalLong number();

    /** A text as it is, anything else as JSON. */
    String text();

    /** The JSON, on one line. */
    String json();
}
