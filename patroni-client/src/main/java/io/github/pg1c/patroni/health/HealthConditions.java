package io.github.pg1c.patroni.health;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What must hold as well for a health check to say yes. Patroni compares lag with the leader's position that was
 * published last, which is up to {@code loop_wait} old.
 *
 * @param lag the most bytes that a standby may be behind; not looked at for leaders
 * @param tags tags that the member must have; not looked at for leaders
 * @param readiness which lag {@link HealthCheck#READINESS} looks at
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints">Patroni: health check
 *     endpoints</a>
 * @since 0.1
 */
public record HealthConditions(OptionalLong lag, Map<String, String> tags, Optional<ReadinessMode> readiness) {
    /** No condition. */
    public static final HealthConditions NONE = new HealthConditions(OptionalLong.empty(), Map.of(), Optional.empty());

    /** Which lag counts for readiness. */
    public enum ReadinessMode {
        /** That of replay, Patroni's default. */
        APPLY,
        /** That of receiving. */
        WRITE
    }

    /** Copies the tags, sorted by name. */
    public HealthConditions {
        if (lag.isPresent() && lag.getAsLong() < 0) {
            throw new IllegalArgumentException("a lag is not negative");
        }
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /** These and a limit on the lag in bytes. */
    public HealthConditions withLag(long bytes) {
        return new HealthConditions(OptionalLong.of(bytes), tags, readiness);
    }

    /** These and a tag; values are compared as text, other than text they are {@code true}, {@code 1.5}. */
    public HealthConditions withTag(String name, String value) {
        Map<String, String> more = new TreeMap<>(tags);
        more.put(name, value);
        return new HealthConditions(lag, more, readiness);
    }

    /** These and which lag counts for readiness. */
    public HealthConditions withReadiness(ReadinessMode mode) {
        return new HealthConditions(lag, tags, Optional.of(mode));
    }
}
