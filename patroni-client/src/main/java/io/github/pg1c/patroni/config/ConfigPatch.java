package io.github.pg1c.patroni.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.pg1c.patroni.internal.json.Json;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Changes of the dynamic configuration: new values, and keys to remove. Objects are merged, everything else is
 * replaced.
 *
 * <pre>{@code
 * ConfigPatch patch = ConfigPatch.empty().set(5, "loop_wait").parameter("work_mem", "64MB").remove("pause");
 * }</pre>
 *
 * @see <a href="https://patroni.readthedocs.io/en/latest/rest_api.html#config-endpoint">Patroni: config endpoint</a>
 * @since 0.1
 */
public final class ConfigPatch {
    private final ObjectNode root;
    private final boolean forced;

    private ConfigPatch(ObjectNode root, boolean forced) {
        this.root = root;
        this.forced = forced;
    }

    /** Changes nothing. */
    public static ConfigPatch empty() {
        return new ConfigPatch(Json.newObject(), false);
    }

    /**
     * The changes in a JSON object; {@code null} removes a key.
     *
     * @throws IllegalArgumentException when it is not a JSON object
     */
    public static ConfigPatch parse(String json) {
        return new ConfigPatch(Json.written(json), false);
    }

    /** Makes the cluster follow another one. It becomes read-only. */
    public static ConfigPatch demoteToStandbyCluster(String host, int port) {
        return empty().set(host, "standby_cluster", "host").set(port, "standby_cluster", "port");
    }

    /** Makes a standby cluster independent. */
    public static ConfigPatch promoteStandbyCluster() {
        return empty().remove("standby_cluster");
    }

    /**
     * These changes and a value.
     *
     * @param value text, number, boolean, or lists and maps of them
     * @param path the names of the keys, outermost first
     */
    public ConfigPatch set(Object value, String... path) {
        return with(Json.node(value), path);
    }

    /** These changes and a parameter of PostgreSQL. */
    public ConfigPatch parameter(String name, Object value) {
        return set(value, "postgresql", "parameters", name);
    }

    /** These changes and a key to remove, so that the default or the member's own file applies again. */
    public ConfigPatch remove(String... path) {
        return with(null, path);
    }

    /**
     * The same changes, with unknown keys allowed, for a Patroni that is newer than this library. Values of known keys
     * are checked all the same.
     */
    public ConfigPatch evenIfIgnored() {
        return new ConfigPatch(root, true);
    }

    /** The text that is sent. */
    public String json() {
        return root.toString();
    }

    /** True after {@link #evenIfIgnored}. */
    public boolean isForced() {
        return forced;
    }

    @Override
    public String toString() {
        return json();
    }

    private ConfigPatch with(@Nullable JsonNode value, String... path) {
        if (path.length == 0) {
            throw new IllegalArgumentException("a path has at least one key");
        }
        ObjectNode copy = root.deepCopy();
        ObjectNode parent = copy;
        for (String key : Arrays.asList(path).subList(0, path.length - 1)) {
            parent = parent.path(key) instanceof ObjectNode child ? child : parent.putObject(key);
        }
        parent.set(path[path.length - 1], value);
        return new ConfigPatch(copy, forced);
    }
}
