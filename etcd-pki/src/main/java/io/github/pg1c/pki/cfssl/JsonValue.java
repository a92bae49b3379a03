package io.github.pg1c.pki.cfssl;

import java.util.List;

/** A JSON value that knows its place. */
sealed interface JsonValue {
    Origin origin();

    /** The members in the order of the file, repeated keys included. */
    record Members(Origin origin, List<Member> members) implements JsonValue {}

    record Member(String key, Origin origin, JsonValue value) {}

    record Items(Origin origin, List<JsonValue> items) implements JsonValue {}

    record Text(Origin origin, String text) implements JsonValue {}

    record Number(Origin origin, String literal) implements JsonValue {}

    record Truth(Origin origin, boolean holds) implements JsonValue {}

    record Nothing(Origin origin) implements JsonValue {}
}
