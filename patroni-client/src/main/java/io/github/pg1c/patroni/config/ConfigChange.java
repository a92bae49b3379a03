package io.github.pg1c.patroni.config;

import java.util.List;
import java.util.Optional;

/**
 * A difference that a change of the configuration makes.
 *
 * @param path the names of the keys, outermost first
 * @param oldValue what was there, objects and lists as JSON
 * @param newValue what will be there; empty when the key is removed
 * @param restart true when PostgreSQL takes the value only at a restart
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
