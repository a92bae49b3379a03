package io.github.pg1c.patroni.internal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code GET /failsafe}. */
public final class FailsafeReader {
    private FailsafeReader() {}

    public static Map<String, String> members(URI uri, byte[] body) {
        JsonNode root = Json.object(uri, body);
        Map<String, String> members = new TreeMap<>();
        root.properties().forEach(entry -> members.put(entry.getKey(), new JsonPiece(entry.getValue()).text()));
        return Collections.unmodifiableMap(members);
    }
}
