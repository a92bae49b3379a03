package io.github.pg1c.model.yaml;

import io.github.pg1c.model.Cluster;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The JSON Schema of a specification, for editors: they complete keys, explain them and mark mistakes. The reader
 * checks more, because rules compare several values.
 *
 * @see <a href="https://json-schema.org/draft-07/json-schema-release-notes">JSON Schema, draft 07</a>
 * @since 0.1
 */
public final class SpecificationSchema {

    private SpecificationSchema() {}

    /** The text of the schema in JSON, with a final line feed. */
    public static String text() {
        try (InputStream stream = Objects.requireNonNull(Cluster.class.getResourceAsStream("cluster.schema.json"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a resource of this library cannot be read", e);
        }
    }
}
