package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.Impact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The JSON text of a manifest. */
final class ManifestJson {

    private static final int ENOUGH_ENTRIES = 100_000;

    private ManifestJson() {}

    static String write(Manifest manifest) {
        JsonText json = new JsonText();
        json.open('{');
        json.field("formatVersion", Manifest.FORMAT_VERSION);
        json.field("toolVersion", manifest.toolVersion());
        json.field("specificationSha256", manifest.specificationSha256());
        json.field("cluster", manifest.cluster());
        json.name("files").open('[');
        for (ManifestEntry file : manifest.files()) {
            json.item().open('{');
            json.fieldUnlessNull("bundlePath", file.bundlePath());
            json.field("node", file.node());
            json.fieldUnlessNull("path", file.path());
            json.field("mode", file.mode());
            json.fieldUnlessNull("owner", file.owner());
            json.fieldUnlessNull("group", file.group());
            json.fieldUnlessNull("sha256", file.sha256());
            json.field("impact", file.impact().id());
            if (file.secret()) {
                json.field("secret", true);
            }
            json.close('}');
        }
        json.close(']').close('}');
        return json.end();
    }

    static Manifest read(String text) {
        Map<?, ?> root = map(load(text), "the document");
        if (!(root.get("formatVersion") instanceof Integer version)) {
            throw refused("it has no formatVersion");
        }
        if (version > Manifest.FORMAT_VERSION) {
            throw new ManifestException(
                    "the bundle has format " + version + ", this version of pg1c knows formats up to "
                            + Manifest.FORMAT_VERSION + ": use the version that wrote it, or a later one",
                    true);
        }
        if (version != Manifest.FORMAT_VERSION) {
            throw refused("format " + version + " is unknown");
        }
        if (!(root.get("files") instanceof List<?> items)) {
            throw refused("it has no list of files");
        }
        List<ManifestEntry> files = new ArrayList<>();
        for (Object item : items) {
            files.add(entry(map(item, "an entry of files")));
        }
        return new Manifest(text(root, "toolVersion"), text(root, "specificationSha256"), text(root, "cluster"), files);
    }

    private static ManifestEntry entry(Map<?, ?> map) {
        try {
            return new ManifestEntry(
                    textOrNull(map, "bundlePath"),
                    textOrNull(map, "node"),
                    textOrNull(map, "path"),
                    text(map, "mode"),
                    textOrNull(map, "owner"),
                    textOrNull(map, "group"),
                    textOrNull(map, "sha256"),
                    impact(text(map, "impact")));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()));
        }
    }

    private static Impact impact(String id) {
        for (Impact impact : Impact.values()) {
            if (impact.id().equals(id)) {
                return impact;
            }
        }
        throw refused("impact '" + id + "' is unknown");
    }

    /** JSON is read as the YAML that it is; the limits keep a damaged file from using up the memory. */
    private static @Nullable Object load(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(Manifest.FILE)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setCodePointLimit(ENOUGH_ENTRIES * 500)
                .build();
        try {
            return new Load(settings).loadFromString(text);
        } catch (YamlEngineException e) {
            throw refused("it is not JSON");
        }
    }

    private static Map<?, ?> map(@Nullable Object value, String what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refused(what + " is not an object");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw refused("'" + key + "' is missing or no text");
    }

    private static @Nullable String textOrNull(Map<?, ?> map, String key) {
        return map.get(key) == null ? null : text(map, key);
    }

    private static ManifestException refused(String why) {
        return new ManifestException(Manifest.FILE + " cannot be read: " + why, false);
    }
}
