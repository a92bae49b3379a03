package io.github.pg1c.patroni.internal.reader;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Lsn;
import io.github.pg1c.patroni.internal.json.Json;
import io.github.pg1c.patroni.internal.json.Timestamps;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code GET /history}: arrays of three to five elements; entries of old releases lack the last ones. */
public final class HistoryReader {
    private HistoryReader() {}

    public static List<HistoryEntry> history(URI uri, byte[] body) {
        JsonNode root = Json.parse(uri, body);
        if (!root.isArray()) {
            throw new PatroniException(uri, Text.of("the answer is not a JSON array", "ответ — не массив JSON"), null);
        }
        List<HistoryEntry> entries = new ArrayList<>();
        for (JsonNode entry : root) {
            if (!entry.path(0).canConvertToInt() || !entry.path(1).canConvertToLong()) {
                throw new PatroniException(
                        uri,
                        Text.of(
                                "the answer has an entry without timeline and position",
                                "в ответе есть запись без линии времени и позиции"),
                        null);
            }
            entries.add(new HistoryEntry(
                    entry.path(0).intValue(),
                    new Lsn(entry.path(1).longValue()),
                    entry.path(2).asText(""),
                    text(entry.path(3)).flatMap(Timestamps::parse),
                    text(entry.path(4))));
        }
        return List.copyOf(entries);
    }

    private static Optional<String> text(JsonNode value) {
        return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
    }
}
