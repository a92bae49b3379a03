package io.github.pg1c.patroni.cluster;

import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.protocol.RawJson;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * The status that a member reports about itself ({@code GET /patroni}, and the body of every health check). While it
 * stops or is being reinitialised it reports less, so most parts may be missing.
 *
 * @param state the state of its PostgreSQL
 * @param role its role
 * @param serverVersion the version of PostgreSQL as a number such as 150020
 * @param timeline the timeline
 * @param wal positions in the WAL
 * @param replicationState the source of a standby's WAL, such as {@code streaming}; Patroni 3.0.4 and later
 * @param replication the standbys connected to this member
 * @param conditions further conditions that hold
 * @param postmasterStart when PostgreSQL was started
 * @param dcsLastSeen when the member last heard from the DCS
 * @param systemIdentifier PostgreSQL's identifier of the database cluster
 * @param tags tags by name, values as text
 * @param pendingRestartReasons parameters that wait for a restart; empty before Patroni 3.3
 * @param scheduledRestart the scheduled restart
 * @param patroni the program that answered
 * @param raw the whole answer
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#monitoring-endpoint">Patroni: monitoring
 *     endpoint</a>
 * @since 0.1
 */
public record MemberStatus(
        MemberState state,
        Role role,
        OptionalInt serverVersion,
        OptionalInt timeline,
        WalPosition wal,
        Optional<String> replicationState,
        List<ReplicationConnection> replication,
        Set<Condition> conditions,
        Optional<OffsetDateTime> postmasterStart,
        Optional<Instant> dcsLastSeen,
        Optional<String> systemIdentifier,
        Map<String, String> tags,
        List<ParameterChange> pendingRestartReasons,
        Optional<ScheduledRestart> scheduledRestart,
        Software patroni,
        RawJson raw) {
    /** Copies the collections. */
    public MemberStatus {
        replication = List.copyOf(replication);
        pendingRestartReasons = List.copyOf(pendingRestartReasons);
        EnumSet<Condition> copy = EnumSet.noneOf(Condition.class);
        copy.addAll(conditions);
        conditions = Collections.unmodifiableSet(copy);
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    /**
     * True for a standby that streams, for Patroni 3.0.4 and later. Patroni's check {@link HealthCheck#REPLICA} also
     * accepts a running standby that does not stream.
     */
    public boolean isStreaming() {
        return role.isStandby() && replicationState.filter("streaming"::equals).isPresent();
    }

    /** True when this condition holds. */
    public boolean is(Condition condition) {
        return conditions.contains(condition);
    }

    /** A condition that Patroni reports only while it holds. */
    public enum Condition {
        /** The primary waits for this standby. */
        SYNC_STANDBY("sync_standby"),
        /** This standby counts in quorum commit. */
        QUORUM_STANDBY("quorum_standby"),
        /** Patroni is paused. */
        PAUSED("pause"),
        /** Nobody holds the leader lock. */
        CLUSTER_UNLOCKED("cluster_unlocked"),
        /** The primary continues without the DCS, because all members agreed. */
        FAILSAFE_MODE("failsafe_mode_is_active"),
        /** A changed parameter waits for a restart. */
        PENDING_RESTART("pending_restart"),
        /** The watchdog could not be activated. */
        WATCHDOG_FAILED("watchdog_failed");

        private final String field;

        Condition(String field) {
            this.field = field;
        }

        /** The field of Patroni's answer. */
        public String field() {
            return field;
        }
    }

    /**
     * The Patroni that answered.
     *
     * @param version its version, such as 4.0.7
     * @param scope the name of the cluster
     * @param name the name of the member; Patroni 3.2 and later
     */
    public record Software(Optional<String> version, Optional<String> scope, Optional<String> name) {}
}
