package io.github.pg1c.patroni.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A JSON object without fields. */
record EmptyJson() implements RawJson {
    @Override
    public Optional<RawJson> at(String... path) {
        return path.length == 0 ? Optional.of(this) : Optional.empty();
    }

    @Override
    public Map<String, RawJson> fields() {
        return Map.of();
    }

    @Override
    public OptionalLong number() {
        return OptionalLong.empty();
    }

    @Override
    public String text() {
        return json();
    }

    @Override
    public String json() {
        return "{}";
    }

    @Override
    public String toString() {
        return json();
    }
}
