package io.github.pg1c.live;

import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Keys of the specification that are changed together, and what each of them promises.
 *
 * @param name what the changes have in common
 * @param edits texts of the specification and those that replace them
 * @param effects what holds with the changes, by key
 */
record KeyRun(String name, Map<String, String> edits, List<Effect> effects) {

    /**
     * The effect of one key on the running cluster.
     *
     * @param key its name in the reference, as {@code nodes.failover}
     * @param check throws while the effect is missing
     */
    record Effect(String key, Check check) {}

    /** A look at the cluster. */
    @FunctionalInterface
    interface Check {
        /** Throws when the cluster does not behave as the specification with the changes promises. */
        void holds(LiveCluster live, ClusterPlan promised) throws Exception;
    }

    /** The specification with the changes, with its problems. */
    Specification specification(Path original) {
        try {
            String yaml = Files.readString(original);
            for (Map.Entry<String, String> edit : edits.entrySet()) {
                if (!yaml.contains(edit.getKey())) {
                    throw new IllegalArgumentException(original + " has no '" + edit.getKey() + "'");
                }
                yaml = yaml.replace(edit.getKey(), edit.getValue());
            }
            return SpecificationReader.read(yaml, original.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The cluster that the changes describe. */
    ClusterPlan plan(Path original) {
        return ClusterPlan.of(specification(original).cluster().orElseThrow());
    }

    @Override
    public String toString() {
        return name;
    }
}
