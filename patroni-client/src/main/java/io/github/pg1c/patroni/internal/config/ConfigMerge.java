package io.github.pg1c.patroni.internal.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.patroni.config.ConfigChange;
import io.github.pg1c.patroni.internal.json.JsonPiece;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges a patch and finds its changes as Patroni does: values are compared as Python's text of them. */
public final class ConfigMerge {
    private ConfigMerge() {}

    public static List<ConfigChange> changes(JsonNode current, JsonNode patch) {
        List<ConfigChange> changes = new ArrayList<>();
        merge(List.of(), current, patch, changes);
        return changes;
    }

    /** The changes by a replacement; absent keys are removed. */
    public static List<ConfigChange> differences(JsonNode current, JsonNode replacement) {
        return changes(current, removals(current, replacement));
    }

    /** The patch without nulls in new objects, because Patroni would store them. */
    public static ObjectNode sent(JsonNode current, ObjectNode patch) {
        ObjectNode copy = patch.deepCopy();
        prune(current, copy);
        return copy;
    }

    /** The configuration after a patch. */
    public static ObjectNode merged(JsonNode current, ObjectNode patch) {
        ObjectNode result = current instanceof ObjectNode object ? object.deepCopy() : patch.objectNode();
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            JsonNode old = result.path(entry.getKey());
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                result.remove(entry.getKey());
            } else if (value instanceof ObjectNode nested && old.isObject()) {
                result.set(entry.getKey(), merged(old, nested));
            } else if (old.isMissingNode()
                    || value.isObject()
                    || !PythonValue.text(old).equals(PythonValue.text(value))) {
                result.set(entry.getKey(), value);
            }
        }
        return result;
    }

    private static void merge(List<String> parent, JsonNode current, JsonNode patch, List<ConfigChange> changes) {
        for (Map.Entry<String, JsonNode> entry : patch.properties()) {
            List<String> path = new ArrayList<>(parent);
            path.add(entry.getKey());
            JsonNode old = current.path(entry.getKey());
            JsonNode value = entry.getValue();
            if (value.isNull()) {
                if (!old.isMissingNode() && !old.isNull()) {
                    changes.add(change(path, old, value));
                }
            } else if (value.isObject() && (old.isObject() || old.isMissingNode()) && !value.isEmpty()) {
                merge(path, old, value, changes);
            } else if (old.isMissingNode()
                    || (value.isObject()
                            ? !old.isObject()
                            : !PythonValue.text(old).equals(PythonValue.text(value)))) {
                changes.add(change(path, old, value));
            }
        }
    }

    private static ConfigChange change(List<String> path, JsonNode old, JsonNode value) {
        return new ConfigChange(path, text(old), text(value), RestartParameters.changed(path, old, value));
    }

    private static Optional<String> text(JsonNode node) {
        return new JsonPiece(node).at().map(value -> value.text());
    }

    private static void prune(JsonNode current, ObjectNode patch) {
        for (Iterator<Map.Entry<String, JsonNode>> entries = patch.properties().iterator(); entries.hasNext(); ) {
            Map.Entry<String, JsonNode> entry = entries.next();
            JsonNode old = current.path(entry.getKey());
            if (entry.getValue().isNull() && old.isMissingNode()) {
                entries.remove();
            } else if (entry.getValue() instanceof ObjectNode object && !object.isEmpty()) {
                prune(old, object);
                // Removals below an absent object must not create it.
                if (object.isEmpty() && old.isMissingNode()) {
                    entries.remove();
                }
            }
        }
    }

    private static ObjectNode removals(JsonNode current, JsonNode replacement) {
        ObjectNode patch = replacement.deepCopy();
        current.properties().forEach(entry -> {
            JsonNode other = replacement.path(entry.getKey());
            if (other.isMissingNode()) {
                patch.putNull(entry.getKey());
            } else if (entry.getValue().isObject() && other.isObject()) {
                patch.set(entry.getKey(), removals(entry.getValue(), other));
            }
        });
        return patch;
    }
}
