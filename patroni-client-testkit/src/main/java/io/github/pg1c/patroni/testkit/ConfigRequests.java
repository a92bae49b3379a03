package io.github.pg1c.patroni.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The dynamic configuration: PATCH merges, null removes, PUT replaces; nothing is validated. */
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
        ObjectNode before = cluster.configuration.deepCopy();
        merge(cluster.configuration, request.get());
        waitForRestarts(before);
        return read();
    }

    HttpAnswer put(String body) {
        Optional<ObjectNode> request = MemberAnswers.object(body).filter(object -> !object.isEmpty());
        if (request.isEmpty()) {
            return HttpAnswer.page(400);
        }
        ObjectNode before = cluster.configuration == null ? MemberAnswers.newObject() : cluster.configuration;
        cluster.configuration = request.get();
        waitForRestarts(before);
        return read();
    }

    /** A changed parameter that counts only from the start of PostgreSQL waits for it on every member. */
    private void waitForRestarts(ObjectNode before) {
        JsonNode old = before.path("postgresql").path("parameters");
        JsonNode now = cluster.setting("postgresql").path("parameters");
        for (String parameter : cluster.restartParameters) {
            String oldValue = old.path(parameter).asText("");
            String newValue = now.path(parameter).asText("");
            if (!oldValue.equals(newValue)) {
                cluster.members.values().forEach(member -> member.pendingRestart(parameter, oldValue, newValue));
            }
        }
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
