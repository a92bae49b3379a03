package io.github.pg1c.bundle.write;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.ManifestException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The changes that a bundle makes to the existing directory: a comparison, nothing is written. */
final class WritePlan {

    private final FileTree tree;
    private final Bundle bundle;
    private final Map<String, BundleFile> wanted = new TreeMap<>();
    private final Optional<Manifest> before;
    private final Map<String, String> written;

    private final List<FileChange> changes = new ArrayList<>();
    private final SortedSet<String> conflicts = new TreeSet<>();
    private final SortedSet<String> kept = new TreeSet<>();
    private final SortedMap<String, BundleFile> created = new TreeMap<>();
    private final SortedSet<String> emptyDirectories = new TreeSet<>();

    private WritePlan(FileTree tree, Bundle bundle) {
        this.tree = tree;
        this.bundle = bundle;
        bundle.files().forEach(file -> wanted.put(file.path(), file));
        this.before = manifest(tree);
        this.written = before.map(Manifest::hashes).orElse(Map.of());
    }

    static WritePlan of(FileTree tree, Bundle bundle) {
        WritePlan plan = new WritePlan(tree, bundle);
        plan.wanted.values().forEach(plan::place);
        plan.tree.entries().forEach(plan::leave);
        plan.changes.sort(java.util.Comparator.comparing(FileChange::path));
        return plan;
    }

    /** Every file of the bundle and every file to remove, by path. */
    List<FileChange> changes() {
        return Collections.unmodifiableList(changes);
    }

    /** Files that would be lost although pg1c did not write their present content. */
    List<Path> conflicts() {
        return conflicts.stream().map(tree::file).toList();
    }

    boolean changesNothing() {
        return changes.stream().allMatch(change -> change.kind() == FileChange.Kind.UNCHANGED);
    }

    /** Paths that stay unchanged in the new tree. */
    SortedSet<String> kept() {
        return kept;
    }

    /** Files to write. */
    SortedMap<String, BundleFile> created() {
        return created;
    }

    /** Directories of the new tree, parents first. */
    SortedSet<String> directories() {
        SortedSet<String> directories = new TreeSet<>(emptyDirectories);
        kept.forEach(path -> addParents(path, directories));
        created.keySet().forEach(path -> addParents(path, directories));
        emptyDirectories.forEach(path -> addParents(path, directories));
        return directories;
    }

    private void place(BundleFile file) {
        String path = file.path();
        blockers(path);
        FileTree.Kind kind = tree.kind(path);
        if (kind == null) {
            created.put(path, file);
            changes.add(change(FileChange.Kind.CREATED, file));
        } else if (kind == FileTree.Kind.LINK) {
            throw refusedLink(path);
        } else if (kind == FileTree.Kind.DIRECTORY) {
            tree.below(path).forEach((below, what) -> {
                if (what != FileTree.Kind.DIRECTORY && !ours(below)) {
                    throw new FileException(
                            tree.file(path),
                            Text.of(
                                    "a directory with files stands where a file must go",
                                    "каталог с файлами стоит на месте файла"),
                            Text.of("move the directory away", "уберите каталог"));
                }
            });
            created.put(path, file);
            changes.add(change(FileChange.Kind.CREATED, file));
        } else {
            compare(file);
        }
    }

    private void compare(BundleFile file) {
        String path = file.path();
        String found = tree.sha256(path);
        if (found.equals(file.sha256())) {
            if (tree.executable(path) || !file.executable()) {
                kept.add(path);
                changes.add(change(FileChange.Kind.UNCHANGED, file));
                return;
            }
        } else if (!(path.equals(Manifest.FILE) ? before.isPresent() : found.equals(written.get(path)))) {
            conflicts.add(path);
        }
        created.put(path, file);
        changes.add(change(FileChange.Kind.CHANGED, file));
    }

    /** A file or a link where the path needs a directory. */
    private void blockers(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            String parent = path.substring(0, slash);
            FileTree.Kind kind = tree.kind(parent);
            if (kind == FileTree.Kind.LINK) {
                throw refusedLink(parent);
            }
            if (kind == FileTree.Kind.FILE && !ours(parent)) {
                conflicts.add(parent);
            }
        }
    }

    /** Decides on an existing entry that the new bundle does not have. */
    private void leave(String path, FileTree.Kind kind) {
        if (wanted.containsKey(path)) {
            return;
        }
        if (kind == FileTree.Kind.DIRECTORY) {
            if (tree.below(path).isEmpty()) {
                emptyDirectories.add(path);
            }
        } else if (written.containsKey(path) && kind == FileTree.Kind.FILE) {
            if (!ours(path)) {
                conflicts.add(path);
            }
            ManifestEntry entry =
                    before.flatMap(manifest -> manifest.find(path)).orElseThrow();
            changes.add(new FileChange(FileChange.Kind.REMOVED, path, entry.node()));
        } else if (!inTheWay(path)) {
            kept.add(path);
        }
    }

    private boolean inTheWay(String path) {
        return wanted.keySet().stream().anyMatch(file -> file.startsWith(path + "/"));
    }

    private boolean ours(String path) {
        return tree.kind(path) == FileTree.Kind.FILE && tree.sha256(path).equals(written.get(path));
    }

    private FileChange change(FileChange.Kind kind, BundleFile file) {
        String node =
                bundle.manifest().find(file.path()).map(ManifestEntry::node).orElse(null);
        return new FileChange(kind, file.path(), node);
    }

    private FileException refusedLink(String path) {
        return new FileException(
                tree.file(path),
                Text.of(
                        "a symbolic link stands where the bundle writes, and is not followed",
                        "на месте записи стоит символическая ссылка, по ней pg1c не переходит"),
                Text.of("remove the link", "удалите ссылку"));
    }

    private static void addParents(String path, SortedSet<String> directories) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            directories.add(path.substring(0, slash));
        }
    }

    /** A manifest that cannot be read makes every file foreign; one of a later version ends the run. */
    static Optional<Manifest> manifest(FileTree tree) {
        if (tree.kind(Manifest.FILE) != FileTree.Kind.FILE) {
            return Optional.empty();
        }
        try {
            return Optional.of(Manifest.parse(new String(tree.content(Manifest.FILE), StandardCharsets.UTF_8)));
        } catch (ManifestException e) {
            if (e.newer()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
