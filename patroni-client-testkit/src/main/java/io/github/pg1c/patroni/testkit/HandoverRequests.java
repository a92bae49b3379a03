package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Switchover and failover, in the order in which Patroni looks at a request. */
final class HandoverRequests {
    private final ClusterSimulation cluster;

    HandoverRequests(ClusterSimulation cluster) {
        this.cluster = cluster;
    }

    HttpAnswer handOver(String path, SimulatedMember asked, String body) {
        Optional<ObjectNode> request = MemberAnswers.object(body).filter(object -> !object.isEmpty());
        if (request.isEmpty()) {
            return HttpAnswer.page(400);
        }
        boolean strict = asked.release.isSince(PatroniRelease.PATRONI_3_3);
        String leader = request.get().path("leader").asText("");
        String candidate = request.get()
                .path("candidate")
                .asText(request.get().path("member").asText(""));
        String at = request.get().path("scheduled_at").asText("");
        // Since 3.2 a failover from a leader is a switchover.
        boolean switchover = path.equals("/switchover") || (strict && !leader.isEmpty());
        String action = switchover ? "Switchover" : "Failover";
        HttpAnswer refusal = malformed(switchover, strict, leader, candidate, at);
        if (refusal == null) {
            refusal = at.isEmpty() ? null : untimely(at);
        }
        if (refusal == null) {
            refusal = impossible(switchover, leader, candidate);
        }
        if (refusal != null) {
            return refusal;
        }
        if (!at.isEmpty()) {
            ObjectNode scheduled = MemberAnswers.newObject().put("at", at).put("from", leader);
            if (!candidate.isEmpty()) {
                scheduled.put("to", candidate);
            }
            cluster.scheduledSwitchover = scheduled;
            return HttpAnswer.words(202, action + " scheduled");
        }
        if (!strict && !leader.isEmpty() && leader.equals(candidate)) {
            return HttpAnswer.words(503, action + " failed");
        }
        SimulatedMember next = candidate.isEmpty() ? chosen() : cluster.member(candidate);
        if (!switchover && !strict && cluster.isSynchronous() && !cluster.isSyncStandby(next)) {
            return HttpAnswer.words(503, action + " failed");
        }
        cluster.promote(next);
        return HttpAnswer.words(
                200, "Successfully " + (switchover ? "switched" : "failed") + " over to \"" + next.name() + "\"");
    }

    /** The first candidate, of the synchronous ones where the primary waits for them. */
    private SimulatedMember chosen() {
        List<SimulatedMember> good = cluster.goodCandidates();
        return good.stream().filter(cluster::isSyncStandby).findFirst().orElse(good.get(0));
    }

    private @Nullable HttpAnswer malformed(
            boolean switchover, boolean strict, String leader, String candidate, String at) {
        if (switchover && leader.isEmpty()) {
            return HttpAnswer.words(400, "Switchover could be performed only from a specific leader");
        }
        if (!switchover && candidate.isEmpty()) {
            return HttpAnswer.words(400, "Failover could be performed only to a specific candidate");
        }
        if (!switchover && !at.isEmpty()) {
            return HttpAnswer.words(
                    400,
                    strict
                            ? "Failover can't be scheduled"
                            : "Scheduled failover is possible only from a specific leader");
        }
        if (strict && switchover && leader.equals(candidate)) {
            return HttpAnswer.words(400, "Switchover target and source are the same");
        }
        if (!at.isEmpty() && cluster.isPaused()) {
            return HttpAnswer.words(400, "Can't schedule switchover in the paused state");
        }
        return switchover && candidate.isEmpty() && cluster.isPaused()
                ? HttpAnswer.words(400, "Switchover is possible only to a specific candidate in a paused state")
                : null;
    }

    /** Null for a time that something can be scheduled at. */
    private @Nullable HttpAnswer untimely(String at) {
        return ScheduledTime.refusal(at, "switchover", cluster.clock);
    }

    private @Nullable HttpAnswer impossible(boolean switchover, String leader, String candidate) {
        if (switchover && !leader.equals(cluster.leader)) {
            return HttpAnswer.words(412, "leader name does not match");
        }
        String action = switchover ? "switchover" : "failover";
        if (!candidate.isEmpty()) {
            SimulatedMember member = cluster.members.get(candidate);
            if (member == null) {
                return HttpAnswer.words(412, "candidate does not exists");
            }
            if (switchover && cluster.isSynchronous() && !cluster.isSyncStandby(member)) {
                return HttpAnswer.words(412, "candidate name does not match with sync_standby");
            }
            return cluster.isGoodCandidate(member) || leader.equals(candidate)
                    ? null
                    : HttpAnswer.words(412, action + " is not possible: no good candidates have been found");
        }
        if (cluster.members.size() == 1) {
            return HttpAnswer.words(412, action + " is not possible: cluster does not have members except leader");
        }
        if (cluster.isSynchronous() && cluster.members.values().stream().noneMatch(cluster::isSyncStandby)) {
            return HttpAnswer.words(412, action + " is not possible: can not find sync_standby");
        }
        return cluster.goodCandidates().isEmpty()
                ? HttpAnswer.words(412, action + " is not possible: no good candidates have been found")
                : null;
    }

    HttpAnswer cancel() {
        if (cluster.scheduledSwitchover == null) {
            return HttpAnswer.words(404, "no switchover is scheduled");
        }
        cluster.scheduledSwitchover = null;
        return HttpAnswer.words(200, "scheduled switchover deleted");
    }
}
