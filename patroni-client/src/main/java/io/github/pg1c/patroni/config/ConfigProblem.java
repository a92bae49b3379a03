package io.github.pg1c.patroni.config;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * A problem of a configuration change that Patroni would store and silently ignore or misunderstand.
 *
 * @param path the names of the keys, outermost first
 * @param explanation why it would have no effect, or another effect than intended
 * @param suggestion the key that was probably meant
 * @since 0.1
 */
public record ConfigProblem(List<String> path, Text explanation, Optional<String> suggestion) {
    /** Copies the path. */
    public ConfigProblem {
        path = List.copyOf(path);
    }

    /** Key, explanation and suggestion in one line. */
    public Text line() {
        String key = String.join(".", path) + ": ";
        return Text.of(
                key
                        + explanation.en()
                        + suggestion.map(name -> "; did you mean " + name + "?").orElse(""),
                key
                        + explanation.ru()
                        + suggestion
                                .map(name -> "; возможно, имелось в виду " + name)
                                .orElse(""));
    }

    /** The line in English, for logs. */
    @Override
    public String toString() {
        return line().en();
    }
}
