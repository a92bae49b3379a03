package io.github.pg1c.bundle.write;

import io.github.pg1c.base.file.DirectoryLock;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestException;
import io.github.pg1c.bundle.text.RelativePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a bundle so that its directory is always the complete old or new bundle.
 *
 * <p>The new tree is made beside the old one and replaces it by two renames. Unchanged files, and files that pg1c did
 * not write, are hard links in the new tree, so that they keep their time stamps. The next run finishes or undoes a
 * killed run.
 *
 * @since 0.1
 */
public final class BundleWriter {

    private static final String STAGED_MANIFEST = "." + Manifest.FILE + ".pg1c-new";

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
     * The manifest of the existing bundle; empty when there is none, or it cannot be read.
     *
     * @throws ManifestException when a later version of pg1c wrote it
     */
    public Optional<Manifest> manifest(String cluster) {
        return WritePlan.manifest(FileTree.read(new Places(output, cluster).current()));
    }

    /**
     * The changes that {@link #write} would make.
     *
     * @throws ForeignFilesException when files would be lost and {@code force} is not set
     */
    public List<FileChange> plan(Bundle bundle, boolean force) {
        return check(comparison(bundle), force).changes();
    }

    /**
     * Makes the directory equal to the bundle; touches nothing when they are equal.
     *
     * @return what happened to every file
     * @throws ForeignFilesException when files would be lost and {@code force} is not set
     * @throws FileException when the file system refuses, or another run is writing here; the directory has the
     *     complete old bundle, or the new one when the last step failed
     */
    public List<FileChange> write(Bundle bundle, boolean force) {
        try (StagedBundle staged = stage(bundle, force)) {
            staged.commit();
            return staged.changes();
        }
    }

    /**
     * Writes the new tree beside the old one, which stays until {@link StagedBundle#commit()}. So what a bundle needs
     * besides can be made when the bundle is sure to be there. Writes nothing when nothing changes.
     *
     * @throws ForeignFilesException when files would be lost and {@code force} is not set
     * @throws FileException when the file system refuses, or another run is writing here; nothing is left behind
     */
    public StagedBundle stage(Bundle bundle, boolean force) {
        Places places = places(bundle);
        WritePlan before = check(comparison(bundle), force);
        if (before.changesNothing() && !places.interrupted()) {
            return new StagedBundle(before.changes(), () -> {}, () -> {});
        }
        Tree tree = new Tree(places);
        boolean staged = false;
        try {
            tree.open();
            recover(places);
            WritePlan plan = check(comparison(bundle), force);
            if (!plan.changesNothing()) {
                tree.write(plan);
            }
            staged = true;
            return new StagedBundle(plan.changes(), tree::commit, tree::close);
        } catch (IOException e) {
            // The cause is looked for before the space of the new tree is free again.
            throw FileException.writing(places.bundle, e);
        } finally {
            if (!staged) {
                tree.discard();
            }
        }
    }

    /** Finishes or undoes a killed run. */
    void recover(String cluster) {
        try {
            recover(new Places(output, cluster));
        } catch (IOException e) {
            throw FileException.writing(output.resolve(cluster), e);
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

    /** The new tree beside the old one, under the lock of both. */
    private final class Tree {
        private final Places places;
        private final Deque<Path> parents = new ArrayDeque<>();
        private @Nullable DirectoryLock lock;
        private boolean written;

        Tree(Places places) {
            this.places = places;
        }

        void open() throws IOException {
            for (Path parent = output; parent != null && !exists(parent); parent = parent.getParent()) {
                parents.add(parent);
            }
            Files.createDirectories(output);
            lock = DirectoryLock.acquire(places.lock);
            if (exists(places.bundle) && !Files.getFileStore(places.bundle).equals(Files.getFileStore(output))) {
                // The renames of the commit would be refused.
                throw new FileSystemException(places.bundle.toString(), null, "mounted");
            }
        }

        void write(WritePlan plan) throws IOException {
            FileTree old = FileTree.read(places.bundle);
            FileTree fresh = new FileTree(places.fresh, Collections.emptySortedMap());
            written = true;
            steps.createDirectory(places.fresh);
            for (String path : plan.directories()) {
                steps.createDirectory(fresh.file(path));
            }
            for (String path : plan.kept()) {
                steps.keep(old.file(path), fresh.file(staged(path)));
            }
            for (BundleFile file : plan.created().values()) {
                steps.create(fresh.file(staged(file.path())), file.bytes(), file.executable());
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
        }

        void commit() {
            if (!written) {
                return;
            }
            try {
                // The manifest gets its name last: a tree that has it is complete.
                steps.rename(places.fresh.resolve(staged(Manifest.FILE)), places.fresh.resolve(Manifest.FILE));
                steps.sync(places.fresh);
                if (exists(places.bundle)) {
                    steps.rename(places.bundle, places.old);
                }
                steps.rename(places.fresh, places.bundle);
                steps.sync(output);
                delete(places.old);
                written = false;
            } catch (IOException e) {
                throw FileException.writing(places.bundle, e);
            }
        }

        /** Removes what is not committed. */
        void close() {
            if (written) {
                discard();
            } else if (lock != null) {
                lock.close();
            }
        }

        /** Takes everything back; what cannot be taken back is for the next run. */
        void discard() {
            try (DirectoryLock held = lock) {
                if (held != null) {
                    recover(places);
                }
            } catch (IOException | FileException e) {
                return;
            }
            try {
                for (Path parent : parents) {
                    Files.deleteIfExists(parent);
                }
            } catch (IOException e) {
                // Another run uses the directory.
                return;
            }
        }

        private String staged(String path) {
            return path.equals(Manifest.FILE) ? STAGED_MANIFEST : path;
        }
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

        /** The directory that has the bundle now: between the two renames of a killed run it has another name. */
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
