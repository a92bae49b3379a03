package io.github.pg1c.patroni.protocol;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The features of the members of a cluster. Versions differ during an upgrade; the oldest one decides for the whole
 * cluster.
 *
 * @param versions the versions of the members that answered, by name
 * @since 0.1
 */
public record Capabilities(Map<String, PatroniVersion> versions) {
    /** Copies the versions, sorted by name. */
    public Capabilities {
        versions = Collections.unmodifiableMap(new TreeMap<>(versions));
    }

    /** The oldest version; empty when no member told its own. */
    public Optional<PatroniVersion> lowest() {
        return versions.values().stream().min(PatroniVersion::compareTo);
    }

    /** True when all members that answered have the feature; false when none did. */
    public boolean has(Feature feature) {
        return lowest().isPresent() && versions.values().stream().allMatch(feature::isIn);
    }
}
