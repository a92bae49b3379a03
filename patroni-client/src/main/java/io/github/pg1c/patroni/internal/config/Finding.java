package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.config.ConfigProblem.Effect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a version of Patroni does with a value that is not as it should be.
 *
 * @param value the value; empty when the key or several values together are the problem
 * @param allowed the allowed values
 * @param made what Patroni makes of it
 * @param suggestion the key that was probably meant
 * @param keys the paths of several values that are a problem together, which a part of the configuration does not show;
 *     empty for a problem of the value at the path
 */
record Finding(
        List<String> path,
        Optional<JsonNode> value,
        Optional<Text> allowed,
        Effect effect,
        Text made,
        Optional<String> suggestion,
        Set<List<String>> keys) {
    Finding {
        keys = Set.copyOf(keys);
    }

    /** True for a problem of several values. */
    boolean together() {
        return !keys.isEmpty();
    }

    /** The paths of the values with the problem. */
    Set<List<String>> places() {
        return together() ? keys : Set.of(path);
    }
}
