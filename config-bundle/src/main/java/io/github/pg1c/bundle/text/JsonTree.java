package io.github.pg1c.bundle.text;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** JSON as maps, lists, strings, numbers and booleans; every JSON document is a YAML document. */
public final class JsonTree {

    private JsonTree() {}

    /**
     * Reads a document; the limits keep a damaged one from exhausting the memory.
     *
     * @param label its name
     * @param most characters that it may have
     * @throws IllegalArgumentException when it is not JSON, or too long
     */
    public static @Nullable Object read(String label, int most, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(most)
                .build();
        try {
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw new IllegalArgumentException(label + " is not JSON", e);
        }
    }
}
