package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The JSON that members answer with, field by field and in the order of each release. */
final class MemberAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter PYTHON = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final Set<String> SOFTWARE = Set.of("name", "scope", "version");

    private final ClusterSimulation cluster;

    MemberAnswers(ClusterSimulation cluster) {
        this.cluster = cluster;
    }

    static ObjectNode newObject() {
        return JSON.createObjectNode();
    }

    static ArrayNode newArray() {
        return JSON.createArrayNode();
    }

    static JsonNode missing() {
        return MissingNode.getInstance();
    }

    /** The object in a body; empty for anything else. */
    static Optional<ObjectNode> object(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** As Patroni takes it: true, and the words for it. */
    static boolean isTrue(JsonNode value) {
        return value.isBoolean()
                ? value.booleanValue()
                : value.asText().toLowerCase(Locale.ROOT).matches("on|true|yes|1");
    }

    /** The answer to {@code GET /cluster} of a member. */
    ObjectNode cluster(PatroniRelease release) {
        ObjectNode state = newObject();
        ArrayNode members = state.putArray("members");
        cluster.members.values().forEach(member -> {
            ObjectNode entry = entry(member, release);
            member.listed.forEach((field, value) -> put(entry, field, value));
            members.add(entry);
        });
        if (release.isSince(PatroniRelease.PATRONI_3_3)) {
            state.put("scope", cluster.scope);
        }
        if (cluster.isPaused()) {
            state.put("pause", true);
        }
        if (cluster.scheduledSwitchover != null) {
            state.set("scheduled_switchover", cluster.scheduledSwitchover);
        }
        return state;
    }

    private ObjectNode entry(SimulatedMember member, PatroniRelease release) {
        boolean leads = cluster.isLeader(member);
        ObjectNode entry = newObject()
                .put("name", member.name())
                .put("role", roleInCluster(member))
                .put("state", stateInCluster(member, release))
                .put("api_url", member.uri() + "/patroni")
                .put("host", member.uri().getHost())
                .put("port", 5432);
        if (!member.state.equals("creating replica")) {
            entry.put("timeline", member.timeline);
        }
        pendingRestart(entry, member, release);
        if (member.scheduledRestart != null) {
            entry.set("scheduled_restart", member.scheduledRestart);
        }
        tags(entry, member);
        boolean positions = release.isSince(PatroniRelease.PATRONI_4_1);
        if (leads) {
            if (positions) {
                entry.put("lsn", lsn(ClusterSimulation.POSITION));
            }
            return entry;
        }
        lag(entry, "lag", member);
        if (positions) {
            String position =
                    member.lag.isPresent() ? lsn(ClusterSimulation.POSITION - member.lag.getAsLong()) : "unknown";
            entry.put("lsn", position).put("receive_lsn", position);
            lag(entry, "receive_lag", member);
            entry.put("replay_lsn", position);
            lag(entry, "replay_lag", member);
        }
        return entry;
    }

    /** The answer to {@code GET /patroni}, and the body of every health check. */
    ObjectNode status(SimulatedMember member) {
        PatroniRelease release = member.release;
        boolean leads = cluster.isLeader(member);
        boolean standbyLeader = leads && cluster.isStandbyCluster();
        boolean primary = leads && !standbyLeader;
        ObjectNode status = newObject().put("state", member.state);
        boolean running = member.isRunning();
        if (running) {
            status.put("postmaster_start_time", PYTHON.format(member.started()));
        }
        status.put("role", standbyLeader ? "standby_leader" : leads ? release.primary() : "replica");
        if (running) {
            status.put("server_version", release == PatroniRelease.PATRONI_3_0 ? 150_014 : 170_006);
            xlog(status.putObject("xlog"), member, primary);
            if (cluster.isSyncStandby(member)) {
                status.put("sync_standby", true);
            }
            if (cluster.isQuorumStandby(member)) {
                status.put("quorum_standby", true);
            }
            status.put("timeline", member.timeline);
            if (!primary && release.isSince(PatroniRelease.PATRONI_3_3)) {
                status.put("replication_state", member.streaming ? "streaming" : "in archive recovery");
            }
            if (leads) {
                replication(status, member);
            }
        }
        if (cluster.leader == null || member.failsafe) {
            status.put("cluster_unlocked", true);
        }
        if (member.failsafe) {
            status.put("failsafe_mode_is_active", true);
        }
        pendingRestart(status, member, release);
        if (member.scheduledRestart != null) {
            ObjectNode restart = member.scheduledRestart.deepCopy();
            restart.remove("postmaster_start_time");
            status.set("scheduled_restart", restart);
        }
        if (cluster.isPaused()) {
            status.put("pause", true);
        }
        if (member.watchdogFailed) {
            status.put("watchdog_failed", true);
        }
        tags(status, member);
        Instant seen = cluster.clock.instant().minus(member.silence);
        status.put("dcs_last_seen", seen.getEpochSecond()).put("database_system_identifier", "7574678901234567890");
        ObjectNode patroni =
                status.putObject("patroni").put("version", release.version()).put("scope", cluster.scope);
        if (release.isSince(PatroniRelease.PATRONI_3_3)) {
            patroni.put("name", member.name());
        }
        member.said.forEach((field, value) -> put(SOFTWARE.contains(field) ? patroni : status, field, value));
        return status;
    }

    private static void put(ObjectNode object, String field, Optional<Object> value) {
        value.ifPresentOrElse(
                given -> object.set(field, JSON.<JsonNode>valueToTree(given)), () -> object.remove(field));
    }

    /** The names and addresses of all members, for failsafe mode. */
    ObjectNode failsafe() {
        ObjectNode members = newObject();
        cluster.members.values().forEach(member -> members.put(member.name(), member.uri() + "/patroni"));
        return members;
    }

    private String roleInCluster(SimulatedMember member) {
        if (cluster.isLeader(member)) {
            return cluster.isStandbyCluster() ? "standby_leader" : "leader";
        }
        return cluster.isSyncStandby(member)
                ? "sync_standby"
                : cluster.isQuorumStandby(member) ? "quorum_standby" : "replica";
    }

    /** Since 3.0.4 a standby says how it gets its WAL. */
    private String stateInCluster(SimulatedMember member, PatroniRelease release) {
        boolean primary = cluster.isLeader(member) && !cluster.isStandbyCluster();
        if (!member.isRunning() || primary || !release.isSince(PatroniRelease.PATRONI_3_3)) {
            return member.state;
        }
        return member.streaming ? "streaming" : "in archive recovery";
    }

    private static void xlog(ObjectNode xlog, SimulatedMember member, boolean primary) {
        if (primary) {
            xlog.put("location", ClusterSimulation.POSITION);
            return;
        }
        long position = ClusterSimulation.POSITION - member.lag.orElse(0);
        xlog.put("received_location", position)
                .put("replayed_location", position)
                .putNull("replayed_timestamp")
                .put("paused", false);
    }

    private void replication(ObjectNode status, SimulatedMember leader) {
        ArrayNode connections = newArray();
        for (SimulatedMember member : cluster.members.values()) {
            if (member != leader && member.isRunning() && member.streaming) {
                boolean synchronous = cluster.isSyncStandby(member);
                boolean quorum = cluster.isQuorumStandby(member);
                connections
                        .addObject()
                        .put("usename", "replicator")
                        .put("application_name", member.name())
                        .put("client_addr", member.uri().getHost())
                        .put("state", "streaming")
                        .put("sync_state", synchronous ? "sync" : quorum ? "quorum" : "async")
                        .put("sync_priority", synchronous || quorum ? 1 : 0);
            }
        }
        if (!connections.isEmpty()) {
            status.set("replication", connections);
        }
    }

    private static void pendingRestart(ObjectNode to, SimulatedMember member, PatroniRelease release) {
        if (member.pendingRestart) {
            to.put("pending_restart", true);
            if (release.isSince(PatroniRelease.PATRONI_3_3) && !member.pendingReasons.isEmpty()) {
                to.set("pending_restart_reason", member.pendingReasons.deepCopy());
            }
        }
    }

    private static void tags(ObjectNode to, SimulatedMember member) {
        if (!member.tags.isEmpty()) {
            to.set("tags", JSON.valueToTree(member.tags));
        }
    }

    private static void lag(ObjectNode to, String field, SimulatedMember member) {
        if (member.lag.isPresent() && member.isRunning()) {
            to.put(field, member.lag.getAsLong());
        } else {
            to.put(field, "unknown");
        }
    }

    private static String lsn(long position) {
        return String.format(Locale.ROOT, "%X/%X", position >>> 32, position & 0xFFFF_FFFFL);
    }
}
