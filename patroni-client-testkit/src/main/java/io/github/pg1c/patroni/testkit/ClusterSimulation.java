package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of a cluster and the rules by which Patroni changes it. Callers hold the lock. */
final class ClusterSimulation {
    static final long POSITION = 67_108_960;

    private static final long DEFAULT_MAXIMUM_LAG = 1_048_576;

    final String scope;
    final Clock clock;
    final Map<String, SimulatedMember> members = new TreeMap<>();
    /** The ones that a standby may not have lower than its primary, and the best known other one. */
    Set<String> restartParameters = Set.of(
            "max_connections",
            "max_locks_per_transaction",
            "max_prepared_transactions",
            "max_wal_senders",
            "max_worker_processes",
            "shared_buffers");

    final ArrayNode history = MemberAnswers.newArray();

    @Nullable
    ObjectNode configuration = MemberAnswers.newObject()
            .put("loop_wait", 10)
            .put("ttl", 30)
            .put("retry_timeout", 10)
            .put("maximum_lag_on_failover", DEFAULT_MAXIMUM_LAG);

    @Nullable
    ObjectNode scheduledSwitchover;

    @Nullable
    String leader;

    ClusterSimulation(String scope, Clock clock) {
        this.scope = scope;
        this.clock = clock;
    }

    SimulatedMember member(String name) {
        SimulatedMember member = members.get(name);
        if (member == null) {
            throw new IllegalArgumentException("there is no member " + name + ", only " + members.keySet());
        }
        return member;
    }

    JsonNode setting(String key) {
        return configuration == null ? MemberAnswers.missing() : configuration.path(key);
    }

    boolean isPaused() {
        return MemberAnswers.isTrue(setting("pause"));
    }

    boolean isStandbyCluster() {
        JsonNode section = setting("standby_cluster");
        return section.has("host") || section.has("port") || section.has("restore_command");
    }

    /** The member reads the configuration; it keeps the former one if it fails. */
    void takeOver(SimulatedMember member) {
        if (configuration != null) {
            AcceptedConfiguration.of(member.release, configuration).ifPresent(taken -> member.working = taken);
        }
    }

    boolean isLeader(SimulatedMember member) {
        return member.name().equals(leader);
    }

    /** True when the primary waits for named standbys. */
    boolean isSynchronous() {
        return MemberAnswers.isTrue(setting("synchronous_mode")) && !isStandbyCluster();
    }

    boolean isSyncStandby(SimulatedMember member) {
        if (!isSynchronous() || isLeader(member)) {
            return false;
        }
        return members.values().stream()
                .filter(other -> !isLeader(other) && other.isRunning() && !isTag(other, "nosync"))
                .limit(Math.max(1, setting("synchronous_node_count").asInt(1)))
                .anyMatch(other -> other == member);
    }

    /** Patroni before 4.0 takes quorum for off. */
    boolean isQuorumStandby(SimulatedMember member) {
        return member.release.isSince(PatroniRelease.PATRONI_4_0)
                && setting("synchronous_mode").asText().equalsIgnoreCase("quorum")
                && !isStandbyCluster()
                && !isLeader(member)
                && member.isRunning()
                && !isTag(member, "nosync");
    }

    static boolean isTag(SimulatedMember member, String tag) {
        Object value = member.tags.get(tag);
        return value instanceof String text ? !text.isEmpty() : Boolean.TRUE.equals(value);
    }

    /** True when Patroni would let this member take over. */
    boolean isGoodCandidate(SimulatedMember member) {
        return !isLeader(member)
                && member.isRunning()
                && !isTag(member, "nofailover")
                && !member.watchdogFailed
                && !(member.release.isSince(PatroniRelease.PATRONI_3_3)
                        && member.tags.get("failover_priority") instanceof Number priority
                        && priority.intValue() <= 0)
                && member.lag.orElse(0) <= setting("maximum_lag_on_failover").asLong(DEFAULT_MAXIMUM_LAG);
    }

    List<SimulatedMember> goodCandidates() {
        return members.values().stream().filter(this::isGoodCandidate).toList();
    }

    /** Moves the leader: a new timeline, an entry in the history, the old leader as a standby of the new one. */
    void promote(SimulatedMember next) {
        int ended = next.timeline;
        Optional.ofNullable(leader).map(this::member).filter(old -> old != next).ifPresent(old -> {
            old.starts++;
            old.lag = OptionalLong.of(0);
        });
        leader = next.name();
        history.addArray()
                .add(ended)
                .add(POSITION)
                .add("no recovery target specified")
                .add(OffsetDateTime.now(clock)
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toString())
                .add(next.name());
        members.values().stream()
                .filter(SimulatedMember::isRunning)
                .filter(member -> member.timeline == ended)
                .forEach(member -> member.timeline = ended + 1);
        scheduledSwitchover = null;
    }
}
