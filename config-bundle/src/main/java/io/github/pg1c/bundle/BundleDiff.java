package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.Impact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The difference of two bundles by their manifests.
 *
 * @param changes every file of either bundle, by path; {@code bundle.json} itself is left out
 * @param impacts the heaviest impact of each node's changes; nodes without a change are absent
 * @since 0.1
 */
public record BundleDiff(List<Change> changes, Map<String, Impact> impacts) {

    public BundleDiff {
        changes = List.copyOf(changes);
        impacts = Collections.unmodifiableMap(new TreeMap<>(impacts));
    }

    /** The difference that leads from one bundle to another. */
    public static BundleDiff between(Bundle before, Bundle after) {
        return between(before.manifest(), after.manifest());
    }

    /** The difference that leads from one manifest to another; mode, owner and group of a file count like its content. */
    public static BundleDiff between(Manifest before, Manifest after) {
        Map<String, ManifestEntry> old = byPath(before);
        Map<String, ManifestEntry> now = byPath(after);
        TreeMap<String, ManifestEntry> all = new TreeMap<>(old);
        all.putAll(now);
        List<Change> changes = new ArrayList<>();
        all.forEach((path, entry) -> {
            ManifestEntry was = old.get(path);
            ManifestEntry is = now.get(path);
            if (was == null) {
                changes.add(new Change(Change.Kind.CREATED, path, entry.node(), entry.impact()));
            } else if (is == null) {
                changes.add(new Change(Change.Kind.REMOVED, path, entry.node(), entry.impact()));
            } else if (same(was, is)) {
                changes.add(new Change(Change.Kind.UNCHANGED, path, entry.node(), Impact.NONE));
            } else {
                changes.add(new Change(Change.Kind.CHANGED, path, entry.node(), entry.impact()));
            }
        });
        return new BundleDiff(changes, impacts(changes));
    }

    /** Whether both bundles are the same, their tool version and specification aside. */
    public boolean isEmpty() {
        return changes.stream().allMatch(change -> change.kind() == Change.Kind.UNCHANGED);
    }

    /** The heaviest impact of each node's changes; nodes without a change are absent. */
    public static Map<String, Impact> impacts(List<Change> changes) {
        Map<String, Impact> impacts = new TreeMap<>();
        for (Change change : changes) {
            String node = change.node();
            if (node != null && change.kind() != Change.Kind.UNCHANGED) {
                impacts.merge(node, change.impact(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
            }
        }
        return Collections.unmodifiableMap(impacts);
    }

    private static boolean same(ManifestEntry was, ManifestEntry is) {
        return Objects.equals(was.sha256(), is.sha256())
                && was.mode().equals(is.mode())
                && Objects.equals(was.owner(), is.owner())
                && Objects.equals(was.group(), is.group());
    }

    private static Map<String, ManifestEntry> byPath(Manifest manifest) {
        Map<String, ManifestEntry> entries = new TreeMap<>();
        for (ManifestEntry entry : manifest.files()) {
            String path = entry.bundlePath();
            entries.put(path != null ? path : "nodes/" + entry.node() + "/rootfs" + entry.path(), entry);
        }
        return entries;
    }
}
