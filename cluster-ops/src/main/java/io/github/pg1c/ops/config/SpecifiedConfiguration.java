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
 * What a specification says about the shared configuration, beside what a cluster has. Patroni takes it from
 * {@code bootstrap.dcs} only while the cluster is being made; what changes later has to be brought there.
 *
 * @param shared as specified
 */
record SpecifiedConfiguration(SharedConfiguration shared) {

    /** What has to be sent to make a cluster's configuration so. */
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
