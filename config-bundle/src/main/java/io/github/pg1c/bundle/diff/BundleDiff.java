package io.github.pg1c.bundle.diff;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.setting.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two bundles of one cluster: of settings, never of bytes. Reworded comments and another language are
 * no difference.
 *
 * @param settings every setting that differs, by node in the order of the bundle, then by file
 * @param addedNodes nodes that only the later bundle has: they start as in a new cluster
 * @param removedNodes nodes that only the earlier bundle has
 * @param files paths of the files in the bundle's directory that differ, documents too
 * @param steps what makes the change effective, in order
 * @since 0.1
 */
public record BundleDiff(
        List<SettingChange> settings,
        List<String> addedNodes,
        List<String> removedNodes,
        List<String> files,
        List<Step> steps) {

    public BundleDiff {
        settings = List.copyOf(settings);
        addedNodes = List.copyOf(addedNodes);
        removedNodes = List.copyOf(removedNodes);
        files = List.copyOf(files);
        steps = List.copyOf(steps);
    }

    /** The difference that leads from one bundle to another. */
    public static BundleDiff between(Bundle before, Bundle after) {
        return between(before.manifest(), after.manifest());
    }

    /** The difference that leads from one manifest to another. */
    public static BundleDiff between(Manifest before, Manifest after) {
        List<String> nodesBefore = nodes(before);
        List<String> nodesAfter = nodes(after);
        List<String> added = new ArrayList<>(nodesAfter);
        added.removeAll(nodesBefore);
        List<String> removed = new ArrayList<>(nodesBefore);
        removed.removeAll(nodesAfter);
        List<SettingChange> settings = new ArrayList<>();
        for (String node : nodesAfter) {
            if (!added.contains(node)) {
                settings.addAll(changes(node, before, after));
            }
        }
        List<String> files = files(before, after);
        List<Step> steps = ChangeSteps.of(settings, files, added, removed, after);
        return new BundleDiff(settings, added, removed, files, steps);
    }

    /** Whether the running cluster stays as it is; files may still be worded anew. */
    public boolean isEmpty() {
        return settings.isEmpty() && addedNodes.isEmpty() && removedNodes.isEmpty();
    }

    /** The settings of one node that differ. */
    public List<SettingChange> of(String node) {
        return settings.stream().filter(change -> change.node().equals(node)).toList();
    }

    private static List<String> nodes(Manifest manifest) {
        LinkedHashSet<String> nodes = new LinkedHashSet<>();
        for (ManifestEntry file : manifest.files()) {
            String node = file.node();
            if (node != null) {
                nodes.add(node);
            }
        }
        return List.copyOf(nodes);
    }

    private static List<String> files(Manifest before, Manifest after) {
        Map<String, String> old = before.hashes();
        Map<String, String> now = after.hashes();
        TreeSet<String> paths = new TreeSet<>(old.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !Objects.equals(old.get(path), now.get(path)))
                .toList();
    }

    private static List<SettingChange> changes(String node, Manifest before, Manifest after) {
        Map<Place, Setting> old = settings(node, before);
        Map<Place, Setting> now = settings(node, after);
        List<SettingChange> changes = new ArrayList<>();
        now.forEach((place, setting) -> {
            Setting was = old.get(place);
            String value = was == null ? null : was.value();
            if (!setting.value().equals(value)) {
                changes.add(change(node, place, value, setting.value(), setting));
            }
        });
        old.forEach((place, setting) -> {
            if (!now.containsKey(place)) {
                changes.add(change(node, place, setting.value(), null, setting));
            }
        });
        Set<String> comeOrGone = changes.stream()
                .filter(change -> change.path().equals(SettingChange.FILE))
                .filter(change -> change.before() == null || change.after() == null)
                .map(SettingChange::file)
                .collect(Collectors.toSet());
        // One change says that a secret file comes or goes.
        changes.removeIf(change -> change.path().equals(Setting.CONTENT) && comeOrGone.contains(change.file()));
        changes.sort(Comparator.comparing(SettingChange::file));
        return changes;
    }

    private static SettingChange change(
            String node, Place place, @Nullable String before, @Nullable String after, Setting setting) {
        String reason = after == null ? "" : setting.reason();
        return new SettingChange(node, place.file(), place.path(), before, after, reason, setting.need());
    }

    /** A place on a node. */
    private record Place(String file, String path) {}

    private static Map<Place, Setting> settings(String node, Manifest manifest) {
        Map<Place, Setting> settings = new LinkedHashMap<>();
        for (ManifestEntry file : manifest.files()) {
            String path = file.path();
            if (node.equals(file.node()) && path != null) {
                String owner = file.mode() + " " + file.owner() + ":" + file.group();
                String place = file.secret() ? SettingChange.FILE : SettingChange.MODE;
                settings.put(new Place(path, place), new Setting(place, owner, "", file.need()));
                file.settings().forEach(setting -> settings.put(new Place(path, setting.path()), setting));
            }
        }
        return settings;
    }
}
