package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Restart, reload and reinitialize. */
final class MemberRequests {
    private static final Set<String> FILTERS =
            Set.of("restart_pending", "role", "postgres_version", "timeout", "schedule");

    private final ClusterSimulation cluster;

    MemberRequests(ClusterSimulation cluster) {
        this.cluster = cluster;
    }

    HttpAnswer restart(SimulatedMember member, String body) {
        ObjectNode request = MemberAnswers.object(body.isEmpty() ? "{}" : body).orElse(null);
        if (request == null) {
            return HttpAnswer.page(400);
        }
        HttpAnswer refusal = malformed(member, request);
        if (refusal != null) {
            return refusal;
        }
        if (request.has("schedule")) {
            return scheduled(member, request);
        }
        // Patroni looks for the key and not for its value.
        boolean unmet = (request.has("restart_pending") && !member.pendingRestart)
                || (request.has("role") && !request.path("role").asText().equals(role(member)))
                || (request.has("postgres_version")
                        && number(request.path("postgres_version").asText()) <= 170_006);
        if (unmet) {
            return HttpAnswer.words(503, "restart conditions are not satisfied");
        }
        member.restarted();
        return HttpAnswer.words(200, "restarted successfully");
    }

    HttpAnswer cancelRestart(SimulatedMember member) {
        if (member.scheduledRestart == null) {
            return HttpAnswer.words(404, "no restarts are scheduled");
        }
        member.scheduledRestart = null;
        return HttpAnswer.words(200, "scheduled restart deleted");
    }

    HttpAnswer reload(SimulatedMember member) {
        member.reloads++;
        return HttpAnswer.words(202, "reload scheduled");
    }

    HttpAnswer reinitialize(SimulatedMember member) {
        if (cluster.leader == null) {
            return HttpAnswer.words(503, "Cluster has no leader, can not reinitialize");
        }
        if (cluster.isLeader(member)) {
            return HttpAnswer.words(503, "I am the leader, can not reinitialize");
        }
        member.copies++;
        member.restarted();
        member.timeline = cluster.member(cluster.leader).timeline;
        member.lag = OptionalLong.of(0);
        member.streaming = true;
        return HttpAnswer.words(200, "reinitialize started");
    }

    private HttpAnswer scheduled(SimulatedMember member, ObjectNode request) {
        if (cluster.isPaused()) {
            return HttpAnswer.words(500, "Can't schedule restart in the paused state");
        }
        String at = request.path("schedule").asText();
        HttpAnswer refusal = ScheduledTime.refusal(at, "restart", cluster.clock);
        if (refusal != null) {
            return refusal;
        }
        if (member.scheduledRestart != null) {
            return HttpAnswer.words(409, "Another restart is already scheduled");
        }
        member.scheduledRestart = request.deepCopy()
                .put(
                        "postmaster_start_time",
                        member.started().toString().replace('T', ' ').replace("Z", "+00:00"));
        return HttpAnswer.words(202, "Restart scheduled");
    }

    private static @Nullable HttpAnswer malformed(SimulatedMember member, ObjectNode request) {
        boolean four = member.release.isSince(PatroniRelease.PATRONI_4_0);
        for (var entry : request.properties()) {
            if (!FILTERS.contains(entry.getKey())) {
                return HttpAnswer.words(400, "Unknown filter for the scheduled restart: " + entry.getKey());
            }
        }
        Set<String> roles = four
                ? Set.of("primary", "standby_leader", "replica")
                : Set.of("primary", "master", "standby_leader", "replica");
        if (request.has("role") && !roles.contains(request.path("role").asText())) {
            return HttpAnswer.words(
                    400,
                    "PostgreSQL role should be either primary"
                            + (four ? ", standby_leader, or replica" : " or replica"));
        }
        JsonNode timeout = request.path("timeout");
        if (timeout.isNumber() && timeout.asLong() <= 0) {
            return HttpAnswer.words(400, "Timeout should be a positive number of seconds");
        }
        String version = request.path("postgres_version").asText("0.0");
        return version.matches("\\d+\\.\\d+(\\.\\d+)?")
                ? null
                : HttpAnswer.words(
                        400, "Invalid PostgreSQL version format: X.Y or X.Y.Z is accepted: \"" + version + '"');
    }

    /** Patroni 3.x takes "primary" for a role that nobody has. */
    private String role(SimulatedMember member) {
        if (!cluster.isLeader(member)) {
            return "replica";
        }
        return cluster.isStandbyCluster() ? "standby_leader" : member.release.primary();
    }

    private static int number(String version) {
        String[] parts = version.split("\\.");
        return Integer.parseInt(parts[0]) * 10_000 + Integer.parseInt(parts[1]);
    }
}
