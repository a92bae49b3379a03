package io.github.pg1c.patroni.protocol;

import java.util.Arrays;
import java.util.List;

/**
 * A feature that some releases of Patroni lack. Fixes are released in several lines, so a feature has a first version
 * in each of them.
 *
 * @since 0.1
 */
public enum Feature {
    /** {@code replication_state}, and {@code streaming} as the state of a standby. */
    REPLICATION_STATE("3.0.4"),
    /** Strict bodies of failover and switchover; a failover to a standby that the primary does not wait for. */
    STRICT_HANDOVER("3.2.0"),
    /** The tag {@code failover_priority}. */
    FAILOVER_PRIORITY("3.2.0"),
    /** Reasons of a pending restart. */
    PENDING_RESTART_REASON("3.3.0"),
    /** A fixed pool of threads behind the REST API, so that few hanging clients block it. */
    REST_THREAD_POOL("3.3.9", "4.0.8", "4.1.1"),
    /** Metrics that a strict parser can read. */
    STRICT_METRICS("3.3.11", "4.0.10", "4.1.4"),
    /** Quorum commit; older releases silently read {@code synchronous_mode: quorum} as off. */
    QUORUM_COMMIT("4.0.0"),
    /** The word {@code primary} for a role; older releases accept it in a restart, but it never matches. */
    ROLE_PRIMARY("4.0.0"),
    /** {@code standby_leader} as the role of a restart. */
    RESTART_STANDBY_LEADER("4.0.0"),
    /** Positions and lags of receiving and replaying in the cluster's state. */
    RECEIVE_AND_REPLAY_LAG("4.1.0"),
    /** {@code lag} and {@code mode} of the readiness check. */
    READINESS_PARAMETERS("4.1.0"),
    /** Copying from the leader when a member is reinitialised. */
    REINITIALIZE_FROM_LEADER("4.1.0"),
    /** {@code replication_state} as a question of a health check; every release up to 4.1.4 ignores it. */
    REPLICATION_STATE_FILTER();

    private final List<PatroniVersion> since;

    Feature(String... since) {
        this.since = Arrays.stream(since)
                .map(version -> PatroniVersion.parse(version).orElseThrow())
                .toList();
    }

    /** The first version with this feature in each line of releases; empty when no known release has it. */
    public List<PatroniVersion> since() {
        return since;
    }

    /** True when this version has the feature. */
    public boolean isIn(PatroniVersion version) {
        if (since.isEmpty()) {
            return false;
        }
        for (PatroniVersion first : since) {
            if (first.major() == version.major() && first.minor() == version.minor()) {
                return version.compareTo(first) >= 0;
            }
        }
        // A line without its own fix has the feature when it is newer than the last line with the fix.
        return version.compareTo(since.get(since.size() - 1)) > 0;
    }
}
