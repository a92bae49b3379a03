package io.github.pg1c.bundle;

import io.github.pg1c.base.text.JsonText;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.setting.Setting;
import io.github.pg1c.bundle.text.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON text of a manifest. */
final class ManifestJson {

    private static final int ENOUGH_ENTRIES = 100_000;
    /**
     * The format with an impact of each file and without settings. It is read so that pg1c recognizes its own files.
     */
    private static final int WITHOUT_SETTINGS = 1;

    private ManifestJson() {}

    static String write(Manifest manifest) {
        return JsonText.of(json -> json.put("formatVersion", Manifest.FORMAT_VERSION)
                .put("toolVersion", manifest.toolVersion())
                .put("specificationSha256", manifest.specificationSha256())
                .put("cluster", manifest.cluster())
                .list("services", manifest.services(), ManifestJson::write)
                .list("files", manifest.files(), ManifestJson::write));
    }

    private static void write(JsonText json, NodeService service) {
        json.put("node", service.node())
                .put("name", service.name())
                .put("reload", service.reload())
                .put("restart", service.restart())
                .put("shared", service.shared())
                .put("onTheLeader", word(service.onTheLeader()));
    }

    private static void write(JsonText json, ManifestEntry file) {
        putUnlessNull(json, "bundlePath", file.bundlePath());
        putUnlessNull(json, "node", file.node());
        putUnlessNull(json, "path", file.path());
        json.put("mode", file.mode());
        putUnlessNull(json, "owner", file.owner());
        putUnlessNull(json, "group", file.group());
        putUnlessNull(json, "sha256", file.sha256());
        json.put("need", file.need().id());
        if (file.secret()) {
            json.put("secret", true);
        }
        if (!file.settings().isEmpty()) {
            json.put(
                    "settings",
                    settings -> file.settings()
                            .forEach(setting -> settings.inline(
                                    setting.path(),
                                    line -> line.put("value", setting.value())
                                            .put("need", setting.need().id()))));
        }
    }

    private static void putUnlessNull(JsonText json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }

    private static String word(OnTheLeader cost) {
        return cost.name().toLowerCase(Locale.ROOT);
    }

    static Manifest read(String text) {
        Map<?, ?> root = map(load(text), Text.of("the document", "документ"));
        if (!(root.get("formatVersion") instanceof Integer version)) {
            throw refused("it has no formatVersion", "в нём нет formatVersion");
        }
        if (version > Manifest.FORMAT_VERSION) {
            throw new ManifestException(
                    Text.of(
                            "the bundle has format " + version + ", this version of pg1c knows formats up to "
                                    + Manifest.FORMAT_VERSION + ": use the version that wrote it, or a later one",
                            "у конфигурации формат " + version + ", эта версия pg1c знает форматы до "
                                    + Manifest.FORMAT_VERSION
                                    + ": возьмите версию, которая её записала, или более новую"),
                    true);
        }
        if (version != Manifest.FORMAT_VERSION && version != WITHOUT_SETTINGS) {
            throw refused("format " + version + " is unknown", "формат " + version + " неизвестен");
        }
        if (!(root.get("files") instanceof List<?> items)) {
            throw refused("it has no list of files", "в нём нет списка файлов");
        }
        List<ManifestEntry> files = new ArrayList<>();
        for (Object item : items) {
            files.add(entry(map(item, Text.of("an entry of files", "запись files"))));
        }
        List<NodeService> services = new ArrayList<>();
        if (root.get("services") instanceof List<?> list) {
            for (Object item : list) {
                services.add(service(map(item, Text.of("an entry of services", "запись services"))));
            }
        }
        return new Manifest(
                text(root, "toolVersion"), text(root, "specificationSha256"), text(root, "cluster"), services, files);
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
                    map.containsKey("need") ? Need.parse(text(map, "need")) : Need.NOTHING,
                    settings(map));
        } catch (IllegalArgumentException e) {
            throw refused(String.valueOf(e.getMessage()), "«" + e.getMessage() + "»");
        }
    }

    private static List<Setting> settings(Map<?, ?> map) {
        List<Setting> settings = new ArrayList<>();
        if (map.get("settings") instanceof Map<?, ?> all) {
            all.forEach((path, setting) -> {
                Map<?, ?> line = map(setting, Text.of("a setting", "параметр"));
                settings.add(
                        new Setting(String.valueOf(path), text(line, "value"), "", Need.parse(text(line, "need"))));
            });
        }
        return settings;
    }

    private static NodeService service(Map<?, ?> map) {
        String cost = text(map, "onTheLeader");
        for (OnTheLeader known : OnTheLeader.values()) {
            if (word(known).equals(cost)) {
                return new NodeService(
                        text(map, "node"),
                        text(map, "name"),
                        text(map, "reload"),
                        text(map, "restart"),
                        text(map, "shared"),
                        known);
            }
        }
        throw refused("'onTheLeader' of a service is '" + cost + "'", "значение onTheLeader службы — «" + cost + "»");
    }

    private static @Nullable Object load(String text) {
        try {
            return JsonTree.read(Manifest.FILE, ENOUGH_ENTRIES * 500, text);
        } catch (IllegalArgumentException e) {
            throw refused("it is not JSON", "это не JSON");
        }
    }

    private static Map<?, ?> map(@Nullable Object value, Text what) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw refused(what.en() + " is not an object", what.ru() + " — не объект");
    }

    private static String text(Map<?, ?> map, String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw refused("'" + key + "' is missing or not a text", "«" + key + "» нет, или это не текст");
    }

    private static @Nullable String textOrNull(Map<?, ?> map, String key) {
        return map.get(key) == null ? null : text(map, key);
    }

    private static ManifestException refused(String en, String ru) {
        return new ManifestException(
                Text.of(Manifest.FILE + " cannot be read: " + en, Manifest.FILE + " не читается: " + ru), false);
    }
}
