package io.github.pg1c.maven.operate;

import io.github.pg1c.bundle.component.NodeRenderers;
import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.config.DynamicConfiguration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The configuration that a specification gives the members in common. Patroni takes it from {@code bootstrap.dcs} only while the cluster is being
 * made; what changes later has to be brought there.
 *
 * @param values as in {@code bootstrap.dcs}
 */
record DesiredConfiguration(Map<?, ?> values) {

    static DesiredConfiguration of(Cluster cluster) {
        String file = NodeRenderers.of(cluster)
                .render(cluster.nodesWith(NodeRole.POSTGRESQL).get(0))
                .stream()
                .filter(rendered -> rendered.path().equals(NodePaths.PATRONI_CONFIG))
                .map(RenderedFile::content)
                .findFirst()
                .orElseThrow();
        return new DesiredConfiguration(child(child(Patches.map(file), "bootstrap"), "dcs"));
    }

    private static Map<?, ?> child(Map<?, ?> map, String key) {
        if (map.get(key) instanceof Map<?, ?> child) {
            return child;
        }
        throw new IllegalStateException("the generated configuration of Patroni has no " + key);
    }

    /** What has to be said to make a cluster's configuration so. */
    ConfigPatch patch() {
        return Patches.of(values);
    }

    /** Keys that a cluster has and the specification does not, as {@code postgresql.parameters.work_mem}. */
    List<String> unknownIn(DynamicConfiguration live) {
        TreeSet<String> unknown = new TreeSet<>();
        collect("", Patches.map(live.raw().json()), values, unknown);
        // Not a setting, but a state of the cluster.
        unknown.remove("pause");
        return new ArrayList<>(unknown);
    }

    private static void collect(String prefix, Map<?, ?> live, Map<?, ?> desired, TreeSet<String> unknown) {
        live.forEach((key, value) -> {
            Object wanted = desired.get(key);
            if (!desired.containsKey(key)) {
                unknown.add(prefix + key);
            } else if (value instanceof Map<?, ?> nested && wanted instanceof Map<?, ?> wantedNested) {
                collect(prefix + key + ".", nested, wantedNested, unknown);
            }
        });
    }
}
