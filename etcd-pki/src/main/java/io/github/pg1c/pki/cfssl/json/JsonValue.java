package io.github.pg1c.pki.cfssl.json;

import java.util.List;

/** A JSON value with its place. */
sealed interface JsonValue {
    InputPlace origin();

    /** The members in the order of the file, repeated keys included. */
    record Members(InputPlace origin, List<Member> members) implements JsonValue {}

    record Member(String key, InputPlace origin, JsonValue value) {}

    record Items(InputPlace origin, List<JsonValue> items) implements JsonValue {}

    record Text(InputPlace origin, String text) implements JsonValue {}

    record Number(InputPlace origin, String literal) implements JsonValue {}

    record Truth(InputPlace origin, boolean holds) implements JsonValue {}

    record Nothing(InputPlace origin) implements JsonValue {}
}
