package io.github.pg1c.bundle.write;

import io.github.pg1c.base.file.DirectoryLock;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.text.RelativePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Writes a bundle so that its directory always is the old bundle or the new one, whole.
 *
 * <p>The new tree is made beside the old one and takes its place by two renames. Files that did not change, and files
 * that pg1c did not write, go over as hard links, so that they keep their time stamps. What a killed run leaves is
 * finished or undone by the next one.
 *
 * @since 0.1
 */
public final class BundleWriter {

    private final Path output;
    private final FileSteps steps;

    /**
     * A writer.
     *
     * @param output parent of the bundles' directories
     */
    public BundleWriter(Path output) {
        this(output, new RealFileSteps());
    }

    BundleWriter(Path output, FileSteps steps) {
        this.output = output.toAbsolutePath().normalize();
        this.steps = steps;
    }

    /** The directory of a cluster's bundle. */
    public Path directory(String cluster) {
        return output.resolve(cluster);
    }

    /**
     * The manifest of the bundle that is there; empty when there is none, or it cannot be read.
     *
     * @throws ManifestException when a later version of pg1c wrote it
     */
    public Optional<Manifest> manifest(String cluster) {
        return WritePlan.manifest(FileTree.read(new Places(output, cluster).current()));
    }

    /**
     * What {@link #write} would do.
     *
     * @throws ForeignFilesException when files would be lost and {@code force} is not set
     */
    public List<FileChange> plan(Bundle bundle, boolean force) {
        return check(comparison(bundle), force).changes();
    }

    /**
     * Brings the directory to the bundle; touches nothing when it already is.
     *
     * @return what happened to every file
     * @throws ForeignFilesException when files would be lost and {@code force} is not set
     * @throws io.github.pg1c.base.file.FileException when another run is writing here
     */
    @SuppressWarnings("try")
    public List<FileChange> write(Bundle bundle, boolean force) {
        Places places = places(bundle);
        WritePlan before = check(comparison(bundle), force);
        if (before.changesNothing() && !places.interrupted()) {
            return before.changes();
        }
        try {
            Files.createDirectories(output);
            try (DirectoryLock held = DirectoryLock.acquire(places.lock)) {
                recover(places);
                WritePlan plan = check(comparison(bundle), force);
                if (!plan.changesNothing()) {
                    stage(plan, places);
                    swap(places);
                }
                return plan.changes();
            }
        } catch (IOException e) {
            throw new BundleException(
                    places.bundle,
                    Text.of("cannot be written: " + e.getMessage(), "запись не удалась: «" + e.getMessage() + "»"),
                    e);
        }
    }

    /** Finishes or undoes what a killed run left. */
    void recover(String cluster) {
        try {
            recover(new Places(output, cluster));
        } catch (IOException e) {
            throw new BundleException(
                    output.resolve(cluster),
                    Text.of(
                            "cannot be recovered: " + e.getMessage(),
                            "восстановить не удалось: «" + e.getMessage() + "»"),
                    e);
        }
    }

    private void recover(Places places) throws IOException {
        if (!exists(places.bundle)) {
            Path whole = places.current();
            if (!whole.equals(places.bundle)) {
                steps.rename(whole, places.bundle);
                steps.sync(output);
            }
        }
        delete(places.fresh);
        delete(places.old);
    }

    private WritePlan comparison(Bundle bundle) {
        return WritePlan.of(FileTree.read(places(bundle).current()), bundle);
    }

    private static WritePlan check(WritePlan plan, boolean force) {
        if (!force && !plan.conflicts().isEmpty()) {
            throw new ForeignFilesException(plan.conflicts());
        }
        return plan;
    }

    private void stage(WritePlan plan, Places places) throws IOException {
        FileTree old = FileTree.read(places.bundle);
        FileTree fresh = new FileTree(places.fresh, Collections.emptySortedMap());
        steps.createDirectory(places.fresh);
        for (String path : plan.directories()) {
            steps.createDirectory(fresh.file(path));
        }
        for (String path : plan.kept()) {
            if (!path.equals(Manifest.FILE)) {
                steps.keep(old.file(path), fresh.file(path));
            }
        }
        for (BundleFile file : plan.created().values()) {
            if (!file.path().equals(Manifest.FILE)) {
                steps.create(fresh.file(file.path()), file.bytes(), file.executable());
            }
        }
        List<String> directories = new ArrayList<>(plan.directories());
        Collections.reverse(directories);
        for (String path : directories) {
            steps.sync(fresh.file(path));
            if (old.kind(path) == FileTree.Kind.DIRECTORY) {
                steps.permissions(old.file(path), fresh.file(path));
            }
        }
        if (exists(places.bundle)) {
            steps.permissions(places.bundle, places.fresh);
        }
        manifest(plan, old, fresh);
        steps.sync(places.fresh);
    }

    /** The manifest comes last: a tree that has it is complete. */
    private void manifest(WritePlan plan, FileTree old, FileTree fresh) throws IOException {
        BundleFile manifest = plan.created().get(Manifest.FILE);
        if (manifest == null) {
            steps.keep(old.file(Manifest.FILE), fresh.file(Manifest.FILE));
        } else {
            steps.create(fresh.file(Manifest.FILE), manifest.bytes(), false);
        }
    }

    private void swap(Places places) throws IOException {
        if (exists(places.bundle)) {
            steps.rename(places.bundle, places.old);
        }
        steps.rename(places.fresh, places.bundle);
        steps.sync(output);
        delete(places.old);
    }

    private void delete(Path root) throws IOException {
        if (!exists(root)) {
            return;
        }
        FileTree tree = FileTree.read(root);
        List<String> paths = new ArrayList<>(tree.entries().keySet());
        // Children sort after their parents.
        Collections.reverse(paths);
        for (String path : paths) {
            steps.delete(tree.file(path));
        }
        steps.delete(root);
    }

    private Places places(Bundle bundle) {
        return new Places(output, bundle.name().toString());
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Names beside the bundle's directory. */
    private static final class Places {
        private final Path bundle;
        private final Path fresh;
        private final Path old;
        private final Path lock;

        Places(Path output, String cluster) {
            RelativePaths.check(cluster);
            this.bundle = output.resolve(cluster);
            this.fresh = output.resolve("." + cluster + ".pg1c-new");
            this.old = output.resolve("." + cluster + ".pg1c-old");
            this.lock = output.resolve("." + cluster + ".pg1c-lock");
        }

        boolean interrupted() {
            return exists(fresh) || exists(old);
        }

        /** The directory that holds the bundle now: between the two renames of a killed run it has another name. */
        Path current() {
            if (exists(bundle)) {
                return bundle;
            }
            if (exists(fresh) && complete(FileTree.read(fresh))) {
                return fresh;
            }
            return exists(old) ? old : bundle;
        }

        private static boolean complete(FileTree tree) {
            if (tree.kind(Manifest.FILE) != FileTree.Kind.FILE) {
                return false;
            }
            try {
                Manifest manifest = Manifest.parse(new String(tree.content(Manifest.FILE), StandardCharsets.UTF_8));
                return manifest.hashes().entrySet().stream()
                        .allMatch(file -> tree.kind(file.getKey()) == FileTree.Kind.FILE
                                && tree.sha256(file.getKey()).equals(file.getValue()));
            } catch (ManifestException e) {
                return false;
            }
        }
    }
}
