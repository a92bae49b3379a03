package io.github.pg1c.patroni.health;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Further conditions of a health check. Patroni compares lag with the last published position of the leader, which is
 * up to {@code loop_wait} old.
 *
 * @param lag the largest lag of a standby in bytes; ignored for leaders
 * @param tags tags that the member must have; ignored for leaders
 * @param readiness the lag that {@link HealthCheck#READINESS} checks
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints">Patroni: health check
 *     endpoints</a>
 * @since 0.1
 */
public record HealthConditions(OptionalLong lag, Map<String, String> tags, Optional<ReadinessMode> readiness) {
    /** No condition. */
    public static final HealthConditions NONE = new HealthConditions(OptionalLong.empty(), Map.of(), Optional.empty());

    /** The lag that counts for readiness. */
    public enum ReadinessMode {
        /** The lag of replay; Patroni's default. */
        APPLY,
        /** The lag of receiving. */
        WRITE
    }

    /** Copies the tags, sorted by name. */
    public HealthConditions {
        if (lag.isPresent() && lag.getAsLong() < 0) {
            throw new IllegalArgumentException("a lag is not negative");
        }
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** These conditions and a limit on the lag in bytes. */
    public HealthConditions withLag(long bytes) {
        return new HealthConditions(OptionalLong.of(bytes), tags, readiness);
    }

    /** These conditions and a tag; values are compared as text, for example {@code true} or {@code 1.5}. */
    public HealthConditions withTag(String name, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(name, value);
        return new HealthConditions(lag, more, readiness);
    }

    /** These conditions and the lag that counts for readiness. */
    public HealthConditions withReadiness(ReadinessMode mode) {
        return new HealthConditions(lag, tags, Optional.of(mode));
    }
}
