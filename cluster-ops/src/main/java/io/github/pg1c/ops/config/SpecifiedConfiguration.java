package io.github.pg1c.ops.config;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The configuration that a specification gives the members in common. Patroni takes it from {@code bootstrap.dcs} only
 * while the cluster is being made; what changes later has to be brought there.
 *
 * @param values as in {@code bootstrap.dcs}
 */
record SpecifiedConfiguration(Map<?, ?> values) {

    // Reads the rendered file: the only place that does, until the bundle has its settings as values.
    static SpecifiedConfiguration of(Cluster cluster) {
        String node = cluster.nodesWith(NodeRole.POSTGRESQL).get(0).name().toString();
        String file = Bundle.of(cluster, "", "").files().stream()
                .filter(rendered -> rendered.path().equals("nodes/" + node + "/rootfs" + NodePaths.PATRONI_CONFIG))
                .map(BundleFile::content)
                .findFirst()
                .orElseThrow();
        return new SpecifiedConfiguration(child(child(map(file), "bootstrap"), "dcs"));
    }

    private static Map<?, ?> map(String yaml) {
        if (new Load(LoadSettings.builder().build()).loadFromString(yaml) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalStateException("no map of keys and values");
    }

    private static Map<?, ?> child(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Map<?, ?> child) {
            return child;
        }
        throw new IllegalStateException("the generated configuration of Patroni has no " + key);
    }

    /** What has to be sent to make a cluster's configuration so. */
    ConfigPatch patch() {
        ConfigPatch patch = ConfigPatch.empty();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            patch = patch.set(entry.getValue(), String.valueOf(entry.getKey()));
        }
        return patch;
    }

    /** Keys that a cluster has and the specification does not, as {@code postgresql.parameters.work_mem}. */
    List<String> unspecifiedIn(DynamicConfiguration live) {
        TreeSet<String> unknown = new TreeSet<>();
        collect("", map(live.raw().json()), values, unknown);
        // Not a setting, but a state of the cluster.
        unknown.remove("pause");
        return new ArrayList<>(unknown);
    }

    private static void collect(String prefix, Map<?, ?> live, Map<?, ?> specified, TreeSet<String> unknown) {
        live.forEach((key, value) -> {
            Object wanted = specified.get(key);
            if (!specified.containsKey(key)) {
                unknown.add(prefix + key);
            } else if (value instanceof Map<?, ?> nested && wanted instanceof Map<?, ?> wantedNested) {
                collect(prefix + key + ".", nested, wantedNested, unknown);
            }
        });
    }
}
