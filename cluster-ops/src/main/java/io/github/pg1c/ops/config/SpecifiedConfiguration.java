package io.github.pg1c.ops.config;

import io.github.pg1c.bundle.SharedConfiguration;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import io.github.pg1c.patroni.protocol.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The shared configuration of a specification, compared with that of a cluster. Patroni reads {@code bootstrap.dcs}
 * only when the cluster is made; later changes must be sent.
 *
 * @param shared as specified
 */
record SpecifiedConfiguration(SharedConfiguration shared) {

    /** The patch that gives a cluster this configuration. */
    ConfigPatch patch() {
        ConfigPatch patch = ConfigPatch.empty();
        for (Map.Entry<String, Object> entry : shared.values().entrySet()) {
            patch = patch.set(entry.getValue(), entry.getKey());
        }
        return patch;
    }

    /** Keys that a cluster has and the specification does not, as {@code postgresql.parameters.work_mem}. */
    List<String> unspecifiedIn(DynamicConfiguration live) {
        TreeSet<String> unknown = new TreeSet<>();
        collect("", live.raw(), shared.values(), unknown);
        // Not a setting, but a state of the cluster.
        unknown.remove("pause");
        return new ArrayList<>(unknown);
    }

    private static void collect(String prefix, RawJson live, Map<?, ?> specified, TreeSet<String> unknown) {
        live.fields().forEach((key, value) -> {
            if (!specified.containsKey(key)) {
                unknown.add(prefix + key);
            } else if (specified.get(key) instanceof Map<?, ?> section) {
                collect(prefix + key + ".", value, section, unknown);
            }
        });
    }
}
