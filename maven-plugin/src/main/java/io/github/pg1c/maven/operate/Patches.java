package io.github.pg1c.maven.operate;

import io.github.pg1c.patroni.config.ConfigPatch;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Changes of the configuration from what users write: YAML, of which JSON is a part. */
final class Patches {

    private static final String PARAMETERS = "postgresql.parameters.";

    private Patches() {}

    static ConfigPatch of(Map<?, ?> values) {
        ConfigPatch patch = ConfigPatch.empty();
        for (Map.Entry<?, ?> entry : values.entrySet()) {
            patch = with(patch, entry.getValue(), String.valueOf(entry.getKey()));
        }
        return patch;
    }

    /**
     * The map in a text.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static Map<?, ?> map(String yaml) {
        if (value(yaml) instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException("not a map of keys and values");
    }

    /**
     * The value in a text: a number, a boolean, text, a list, a map, or null.
     *
     * @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException when it is not YAML
     */
    static @Nullable Object value(String yaml) {
        return new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }

    /** The changes with another one at a path with dots; the name of a parameter may have dots, too. */
    static ConfigPatch with(ConfigPatch patch, @Nullable Object value, String path) {
        String[] keys = path.startsWith(PARAMETERS) ? path.split("\\.", 3) : path.split("\\.");
        return value == null ? patch.remove(keys) : patch.set(value, keys);
    }

    static boolean isPath(String text) {
        return !text.isEmpty() && Arrays.stream(text.split("\\.", -1)).noneMatch(String::isBlank);
    }
}
