package io.github.pg1c.patroni.config;

import java.util.List;
import java.util.Optional;

/**
 * Something in a change of the configuration that Patroni would store without a word and then not do.
 *
 * @param path the names of the keys, outermost first
 * @param message why it would have no effect, or another than is meant
 * @param suggestion what may have been meant
 * @since 0.1
 */
public record ConfigProblem(List<String> path, String message, Optional<String> suggestion) {
    /** Copies the path. */
    public ConfigProblem {
        path = List.copyOf(path);
    }

    @Override
    public String toString() {
        return String.join(".", path) + ": " + message
                + suggestion.map(text -> "; did you mean " + text + "?").orElse("");
    }
}
