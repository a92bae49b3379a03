package io.github.pg1c.patroni;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code GET /failsafe}. */
final class FailsafeReader {
    private FailsafeReader() {}

    static Optional<Map<String, String>> members(Answer answer) {
        if (answer.status() == 502) {
            return Optional.empty();
        }
        JsonNode root = Json.object(answer.uri(), answer.expect(200));
        Map<String, String> members = new TreeMap<>();
        root.properties().forEach(entry -> members.put(entry.getKey(), new RawJson(entry.getValue()).text()));
        return Optional.of(Collections.unmodifiableMap(members));
    }
}
