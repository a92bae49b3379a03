package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The dynamic configuration: PATCH merges, null removes, PUT replaces. Nothing is validated: members that cannot take a
 * value over go on with what they had, and every request is answered as if they did not.
 */
final class ConfigRequests {
    private final ClusterSimulation cluster;

    ConfigRequests(ClusterSimulation cluster) {
        this.cluster = cluster;
    }

    HttpAnswer read() {
        return cluster.configuration == null
                ? HttpAnswer.page(502)
                : HttpAnswer.json(200, cluster.configuration.toString());
    }

    HttpAnswer patch(String body) {
        Optional<ObjectNode> request = MemberAnswers.object(body).filter(object -> !object.isEmpty());
        if (request.isEmpty()) {
            return HttpAnswer.page(400);
        }
        if (cluster.configuration == null) {
            return HttpAnswer.page(503);
        }
        merge(cluster.configuration, request.get());
        takeOver();
        return read();
    }

    HttpAnswer put(String body) {
        Optional<ObjectNode> request = MemberAnswers.object(body).filter(object -> !object.isEmpty());
        if (request.isEmpty()) {
            return HttpAnswer.page(400);
        }
        cluster.configuration = request.get();
        takeOver();
        return read();
    }

    /** A changed parameter that counts only from the start of PostgreSQL waits for it on every member that has it. */
    private void takeOver() {
        cluster.members.values().forEach(member -> {
            JsonNode old = member.working.path("postgresql").path("parameters");
            cluster.takeOver(member);
            JsonNode now = member.working.path("postgresql").path("parameters");
            for (String parameter : cluster.restartParameters) {
                String oldValue = old.path(parameter).asText("");
                String newValue = now.path(parameter).asText("");
                if (!oldValue.equals(newValue)) {
                    member.pendingRestart(parameter, oldValue, newValue);
                }
            }
        });
    }

    private static void merge(ObjectNode into, ObjectNode patch) {
        for (var entry : patch.properties()) {
            JsonNode old = into.path(entry.getKey());
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                into.remove(entry.getKey());
            } else if (value instanceof ObjectNode nested && old instanceof ObjectNode object) {
                merge(object, nested);
            } else if (!old.isValueNode()
                    || !value.isValueNode()
                    || !old.asText().equals(value.asText())) {
                // Values are compared as text: 150 and "150" are the same. A new object is stored with its nulls.
                into.set(entry.getKey(), value);
            }
        }
    }
}
