package io.github.pg1c.pki;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store in a directory: every file is created with its final mode, written beside its target, synced and moved over it. */
final class DirectoryFiles implements StoreFiles {
    private static final Set<PosixFilePermission> OWNER_FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNER_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final int SIZE_LIMIT = 1 << 26;

    private final Path root;
    private final boolean posix;

    DirectoryFiles(Path root) {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public Optional<String> read(Path path) {
        Path file = inside(path);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > SIZE_LIMIT) {
                throw new PkiException(file + " is not a file that this store has written");
            }
            // Not UTF-8: a damaged file shall be looked at, not end the run, and DER is no text at all.
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new PkiException("cannot read " + file, e);
        }
    }

    @Override
    public void replace(Path path, String text) {
        Path file = inside(path);
        try {
            Path directory = directories(path);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new PkiException(file + " is not a regular file and is not replaced");
            }
            Path temporary = directory.resolve("." + file.getFileName() + ".new");
            // Left behind by a run that was killed; the lock is ours.
            Files.deleteIfExists(temporary);
            write(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(directory);
        } catch (IOException e) {
            throw new PkiException("cannot write " + file, e);
        }
    }

    @Override
    public void delete(Path path) {
        Path file = inside(path);
        try {
            if (Files.deleteIfExists(file)) {
                sync(file.toAbsolutePath().getParent());
            }
        } catch (IOException e) {
            throw new PkiException("cannot remove " + file, e);
        }
    }

    @Override
    public void tighten(Path path) {
        Path file = inside(path);
        try {
            if (posix && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS);
                if (!OWNER_FILE.containsAll(mode)) {
                    Files.setPosixFilePermissions(file, OWNER_FILE);
                }
            }
        } catch (IOException e) {
            throw new PkiException("cannot restrict the mode of " + file, e);
        }
    }

    @Override
    public Lock lock() {
        Path relative = root.getFileSystem().getPath(StorePaths.LOCK);
        Path file = inside(relative);
        try {
            directories(relative);
            Set<OpenOption> options =
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            FileChannel channel = FileChannel.open(file, options, fileMode());
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return () -> close(channel, file);
                }
            } catch (OverlappingFileLockException e) {
                channel.close();
                throw locked(file, e);
            }
            channel.close();
            throw locked(file, null);
        } catch (IOException e) {
            throw new PkiException("cannot lock " + file, e);
        }
    }

    private static PkiException locked(Path file, @Nullable Throwable cause) {
        return new PkiException("another process works in this store: it holds " + file, cause);
    }

    private static void close(FileChannel channel, Path file) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new PkiException("cannot release " + file, e);
        }
    }

    /** The absolute path, after a look that no part of it below the store's directory is a symbolic link. */
    private Path inside(Path path) {
        Path current = root;
        for (Path name : path) {
            current = current.resolve(name);
            if (Files.isSymbolicLink(current)) {
                throw new PkiException(current + " is a symbolic link, which a store does not follow");
            }
        }
        return current;
    }

    private Path directories(Path path) throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.toAbsolutePath(), directoryMode());
        }
        Path current = root;
        for (int i = 0; i < path.getNameCount() - 1; i++) {
            current = current.resolve(path.getName(i));
            if (!Files.isDirectory(current, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(current, directoryMode());
            }
        }
        return current;
    }

    private void write(Path file, String text) throws IOException {
        Set<OpenOption> options =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(file, options, fileMode())) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private void sync(@Nullable Path directory) throws IOException {
        // Only POSIX systems can open a directory, and only they need it.
        if (posix && directory != null) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private FileAttribute<?>[] fileMode() {
        return attributes(OWNER_FILE);
    }

    private FileAttribute<?>[] directoryMode() {
        return attributes(OWNER_DIRECTORY);
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }
}
