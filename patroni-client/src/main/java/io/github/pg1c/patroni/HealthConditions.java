package io.github.pg1c.patroni;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import okhttp3.HttpUrl;

/**
 * What must hold as well for a health check to say yes. Patroni compares lag with the leader's position that was published last, which is up to {@code loop_wait} old.
 *
 * @param lag the most bytes that a standby may be behind; not looked at for leaders
 * @param tags tags that the member must have; not looked at for leaders
 * @param readiness which lag {@link HealthCheck#READINESS} looks at
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#health-check-endpoints">Patroni: health check endpoints</a>
 * @since 0.1
 */
public record HealthConditions(OptionalLong lag, Map<String, String> tags, Optional<ReadinessMode> readiness) {
    /** No condition. */
    public static final HealthConditions NONE = new HealthConditions(OptionalLong.empty(), Map.of(), Optional.empty());

    private static final Set<HealthCheck> BY_LOCK =
            EnumSet.of(HealthCheck.PRIMARY, HealthCheck.LEADER, HealthCheck.STANDBY_LEADER);

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

    /**
     * These conditions, if Patroni looks at each of them for this check.
     *
     * @throws IllegalArgumentException when it passes over one in every release
     */
    HealthConditions fitting(HealthCheck check) {
        boolean byLock = BY_LOCK.contains(check);
        if (lag.isPresent() && (byLock || check == HealthCheck.RUNNING || check == HealthCheck.LIVENESS)) {
            throw new IllegalArgumentException("Patroni does not look at lag for " + check.path());
        }
        if (!tags.isEmpty() && (byLock || check == HealthCheck.LIVENESS || check == HealthCheck.READINESS)) {
            throw new IllegalArgumentException("Patroni does not look at tags for " + check.path());
        }
        if (readiness.isPresent() && check != HealthCheck.READINESS) {
            throw new IllegalArgumentException("Patroni has no mode for " + check.path());
        }
        return this;
    }

    /** What a member must have to honour this check with these conditions. */
    Set<Feature> needs(HealthCheck check) {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        if (check == HealthCheck.READINESS && (lag.isPresent() || readiness.isPresent())) {
            features.add(Feature.READINESS_PARAMETERS);
        }
        if (check == HealthCheck.QUORUM || check == HealthCheck.READ_ONLY_QUORUM) {
            features.add(Feature.QUORUM_COMMIT);
        }
        return features;
    }

    HttpUrl addTo(HttpUrl url, HealthCheck check) {
        HttpUrl.Builder builder = url.newBuilder();
        lag.ifPresent(bytes -> builder.addQueryParameter("lag", Long.toString(bytes)));
        tags.forEach((name, value) -> builder.addQueryParameter("tag_" + name, value));
        if (check == HealthCheck.READINESS) {
            readiness.ifPresent(
                    mode -> builder.addQueryParameter("mode", mode == ReadinessMode.WRITE ? "write" : "apply"));
        }
        return builder.build();
    }
}
