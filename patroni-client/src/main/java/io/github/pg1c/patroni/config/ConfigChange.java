package io.github.pg1c.patroni.config;

import java.util.List;
import java.util.Optional;

/**
 * A difference between the configuration before and after a change.
 *
 * @param path the names of the keys, outermost first
 * @param oldValue the earlier value, objects and lists as JSON
 * @param newValue the later value; empty when the key is removed
 * @param restart true when the value takes effect only at a restart of PostgreSQL
 * @since 0.1
 */
public record ConfigChange(List<String> path, Optional<String> oldValue, Optional<String> newValue, boolean restart) {
    /** Copies the path. */
    public ConfigChange {
        path = List.copyOf(path);
    }

    /** The keys with dots between them, for people. */
    public String name() {
        return String.join(".", path);
    }
}
