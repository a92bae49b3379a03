package io.github.pg1c.patroni.config;

import io.github.pg1c.base.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * A problem of a configuration change: Patroni would store it, and not do what it says, or this library cannot tell.
 *
 * @param path the names of the keys, outermost first
 * @param value the value as JSON, shortened; empty when the key or several values together are the problem
 * @param allowed the allowed values; empty for a key that is not read
 * @param effect what becomes of the change
 * @param versions the versions of Patroni with the problem: those of the members, as {@code 3.0.2, 4.1.4}, or ranges as
 *     {@code 3.0–4.1} when no member was asked or has told its version
 * @param explanation the value, what is allowed, and what Patroni makes of it
 * @param suggestion the key that was probably meant
 * @since 0.1
 */
public record ConfigProblem(
        List<String> path,
        Optional<String> value,
        Optional<Text> allowed,
        Effect effect,
        String versions,
        Text explanation,
        Optional<String> suggestion) {

    /** What becomes of a change with a problem. */
    public enum Effect {
        /** A member is newer than this library and may read the key, which the library does not know; it is sent. */
        UNKNOWN,
        /** The key is stored, and nothing reads it. */
        IGNORED,
        /** Another value is used in place of the one that was set. */
        REPLACED,
        /** The value is used although it is outside of the documented range, or would break a file of PostgreSQL. */
        UNCHECKED,
        /** Patroni reports an error whenever it uses the value. */
        FAILING,
        /** Members keep their former configuration, also at all later changes, until the value is mended. */
        REJECTED
    }

    /** Copies the path. */
    public ConfigProblem {
        path = List.copyOf(path);
    }

    /** True when the change is not sent because of it. */
    public boolean isObstacle() {
        return effect != Effect.UNKNOWN;
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
