package io.github.pg1c.patroni.internal.operation;

import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.protocol.Feature;
import java.util.EnumSet;
import java.util.Set;
import okhttp3.HttpUrl;

/** A health check with its conditions, as a request. */
public record HealthQuery(HealthCheck check, HealthConditions conditions) {
    private static final Set<HealthCheck> BY_LOCK =
            EnumSet.of(HealthCheck.PRIMARY, HealthCheck.LEADER, HealthCheck.STANDBY_LEADER);

    /**
     * Refuses conditions that every Patroni ignores in this check.
     *
     * @throws IllegalArgumentException when every release ignores one of the conditions
     */
    public HealthQuery {
        boolean byLock = BY_LOCK.contains(check);
        if (conditions.lag().isPresent() && (byLock || check == HealthCheck.RUNNING || check == HealthCheck.LIVENESS)) {
            throw new IllegalArgumentException("Patroni does not look at lag for " + check.path());
        }
        if (!conditions.tags().isEmpty()
                && (byLock || check == HealthCheck.LIVENESS || check == HealthCheck.READINESS)) {
            throw new IllegalArgumentException("Patroni does not look at tags for " + check.path());
        }
        if (conditions.readiness().isPresent() && check != HealthCheck.READINESS) {
            throw new IllegalArgumentException("Patroni has no mode for " + check.path());
        }
    }

    /** The features that a member's Patroni needs for this check with these conditions. */
    Set<Feature> needs() {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        if (check == HealthCheck.READINESS
                && (conditions.lag().isPresent() || conditions.readiness().isPresent())) {
            features.add(Feature.READINESS_PARAMETERS);
        }
        if (check == HealthCheck.QUORUM || check == HealthCheck.READ_ONLY_QUORUM) {
            features.add(Feature.QUORUM_COMMIT);
        }
        return features;
    }

    /** The address of the check on the member of this address. */
    HttpUrl url(HttpUrl member) {
        HttpUrl.Builder builder = member.newBuilder().addPathSegment(check.path());
        conditions.lag().ifPresent(bytes -> builder.addQueryParameter("lag", Long.toString(bytes)));
        conditions.tags().forEach((name, value) -> builder.addQueryParameter("tag_" + name, value));
        conditions
                .readiness()
                .ifPresent(mode -> builder.addQueryParameter(
                        "mode", mode == HealthConditions.ReadinessMode.WRITE ? "write" : "apply"));
        return builder.build();
    }
}
