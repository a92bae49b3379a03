package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The place of a value in the configuration, as one version of Patroni reads it, with what was found so far.
 *
 * @param path the names of the keys, outermost first
 */
record Place(List<String> path, PatroniVersion version, List<Finding> findings) {

    static Place root(PatroniVersion version) {
        return new Place(List.of(), version, new ArrayList<>());
    }

    Place below(String key) {
        List<String> longer = new ArrayList<>(path);
        longer.add(key);
        return new Place(List.copyOf(longer), version, findings);
    }

    /**
     * Adds that the value is not allowed.
     *
     * @param made what Patroni makes of it
     */
    void wrong(JsonNode value, Text allowed, Effect effect, Text made) {
        findings.add(
                new Finding(path, Optional.of(value), Optional.of(allowed), effect, made, Optional.empty(), Set.of()));
    }

    /**
     * Adds that the value is of another kind: Patroni replaces one that is false for Python, and fails at any other.
     *
     * @param replaced what Patroni makes of one that is false
     */
    void otherKind(JsonNode value, Text allowed, Text replaced) {
        if (PythonValue.isTrue(value)) {
            wrong(value, allowed, Effect.FAILING, Consequence.FAILS);
        } else {
            wrong(value, allowed, Effect.REPLACED, replaced);
        }
    }

    /** Adds that the value is not allowed, without showing it. */
    void wrongSecret(Text allowed, Effect effect, Text made) {
        findings.add(
                new Finding(path, Optional.empty(), Optional.of(allowed), effect, made, Optional.empty(), Set.of()));
    }

    /**
     * Adds a problem of several values together, which shows only in a whole configuration.
     *
     * @param keys the paths of these values
     */
    void together(Text allowed, Effect effect, Text made, Set<List<String>> keys) {
        findings.add(new Finding(path, Optional.empty(), Optional.of(allowed), effect, made, Optional.empty(), keys));
    }

    /** Adds that nobody reads the key. */
    void ignored(Text why, Optional<String> suggestion) {
        findings.add(new Finding(path, Optional.empty(), Optional.empty(), Effect.IGNORED, why, suggestion, Set.of()));
    }

    /** Adds that no known version reads the key; a later version may do so. */
    void unread(Optional<String> suggestion) {
        if (Releases.isBehind(version)) {
            findings.add(new Finding(
                    path,
                    Optional.empty(),
                    Optional.empty(),
                    Effect.UNKNOWN,
                    Consequence.UNKNOWN,
                    suggestion,
                    Set.of()));
        } else {
            ignored(ConfigKeys.PASSED_OVER, suggestion);
        }
    }
}
