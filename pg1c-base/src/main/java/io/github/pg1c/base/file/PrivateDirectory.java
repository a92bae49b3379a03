package io.github.pg1c.base.file;

import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * A directory whose files only their owner may read. Each file is created with mode 0600 and each directory with 0700;
 * a file is replaced as a whole, also when the power fails, and never reached through a symbolic link.
 *
 * <p>Paths are relative, with {@code /} between names and without empty names, {@code .} and {@code ..}. On a file
 * system without POSIX permissions the owner is alone in the access control lists; {@link #isProtected} tells whether
 * the file system has these or those.
 *
 * @since 0.1
 */
public final class PrivateDirectory {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final int SIZE_LIMIT = 1 << 26;

    private final Path root;

    private PrivateDirectory(Path root) {
        this.root = root;
    }

    /** The private directory at this path, which need not exist yet. */
    public static PrivateDirectory at(Path root) {
        return new PrivateDirectory(root);
    }

    /** Where the directory is. */
    public Path root() {
        return root;
    }

    /**
     * Whether only the owner can reach the files, as far as the file system tells; true while there is no directory. A
     * file system without permissions and access control lists protects nothing.
     */
    public boolean isProtected() {
        try {
            return !Files.isDirectory(root) || OwnerOnly.holds(root.toRealPath());
        } catch (IOException e) {
            throw FileException.reading(root, e);
        }
    }

    /**
     * The file at a path in the directory.
     *
     * @throws IllegalArgumentException when the path could lead out of the directory
     */
    public Path file(String path) {
        Path file = root;
        for (String name : names(path)) {
            file = file.resolve(name);
        }
        return file;
    }

    /** Makes the directory, and those above it; an existing one becomes as private as a new one. */
    public void create() {
        refuseLink(root);
        try {
            make();
            tighten(root, DIRECTORY);
        } catch (IOException e) {
            throw FileException.writing(root, e);
        }
    }

    /**
     * The content of a file; empty when there is none.
     *
     * @throws FileException when it is not a regular file, has more than 64 MiB or cannot be read
     */
    public Optional<byte[]> read(String path) {
        Path file = reached(path);
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            refuseIrregular(file);
            if (Files.size(file) > SIZE_LIMIT) {
                throw new FileException(
                        file,
                        Text.of("larger than 64 MiB, not one of these files", "больше 64 МиБ: это не такой файл"));
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileException.reading(file, e);
        }
    }

    /** The content of a file as UTF-8; empty when there is none. */
    public Optional<String> readText(String path) {
        return read(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /**
     * Creates or replaces a file, and makes the directories above it private.
     *
     * @throws FileException when something other than a regular file is there, or it cannot be written
     */
    public void write(String path, byte[] content) {
        Path file = reached(path);
        try {
            Path directory = directories(path);
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                refuseIrregular(file);
            }
            Path fresh = directory.resolve("." + file.getFileName() + ".new");
            // Left behind by a run that was killed.
            Files.deleteIfExists(fresh);
            try {
                DurableFiles.create(fresh, content, FILE);
                DurableFiles.replace(fresh, file);
            } finally {
                Files.deleteIfExists(fresh);
            }
            DurableFiles.sync(directory);
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }

    /** Creates or replaces a file with a text in UTF-8. */
    public void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Removes a file, if there is one. */
    public void delete(String path) {
        Path file = reached(path);
        try {
            if (Files.deleteIfExists(file)) {
                DurableFiles.sync(file.resolve("..").normalize());
            }
        } catch (IOException e) {
            throw FileException.removing(file, e);
        }
    }

    /** Removes permissions of other users from a file; a copy or a checkout may have added them. */
    public void tighten(String path) {
        Path file = reached(path);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                tighten(file, FILE);
            }
        } catch (IOException e) {
            throw FileException.protecting(file, e);
        }
    }

    /**
     * Makes the directory if there is none, and locks it by a file in it.
     *
     * @throws FileException when another process or thread has the lock; the message names the process
     */
    public DirectoryLock lock(String path) {
        Path file = reached(path);
        try {
            directories(path);
        } catch (IOException e) {
            throw FileException.writing(root, e);
        }
        return DirectoryLock.acquire(file);
    }

    private Path directories(String path) throws IOException {
        make();
        String[] names = names(path);
        Path current = root;
        for (int i = 0; i < names.length - 1; i++) {
            current = current.resolve(names[i]);
            if (!Files.isDirectory(current, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(current, OwnerOnly.attributes(current, DIRECTORY));
            }
            tighten(current, DIRECTORY);
        }
        return current;
    }

    private void make() throws IOException {
        if (!Files.isDirectory(root)) {
            Files.createDirectories(root.toAbsolutePath(), OwnerOnly.attributes(root, DIRECTORY));
            tighten(root, DIRECTORY);
        }
    }

    private void tighten(Path path, Set<PosixFilePermission> mode) throws IOException {
        try {
            OwnerOnly.restrict(path, mode);
        } catch (FileSystemException e) {
            if (keepsPermissions()) {
                throw e;
            }
        }
    }

    /** Whether a new file has the permissions that it was made with; one on a FAT file system has those of all. */
    private boolean keepsPermissions() throws IOException {
        Path probe = Files.createTempFile(root, ".probe", "", OwnerOnly.attributes(root, FILE));
        try {
            return OwnerOnly.holds(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private Path reached(String path) {
        Path current = root;
        refuseLink(current);
        for (String name : names(path)) {
            current = current.resolve(name);
            refuseLink(current);
        }
        return current;
    }

    private static String[] names(String path) {
        String[] names = path.split("/", -1);
        for (String name : names) {
            boolean clean = !name.isEmpty() && !name.equals(".") && !name.equals("..");
            if (!clean || name.indexOf('\\') >= 0 || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("'" + path + "' is not a clean relative path");
            }
        }
        return names;
    }

    private static void refuseLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw new FileException(
                    path,
                    Text.of(
                            "a symbolic link, which is not followed to private files",
                            "символическая ссылка; по ней к закрытым файлам не переходят"));
        }
    }

    private static void refuseIrregular(Path file) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileException(file, Text.of("not a regular file", "не обычный файл"));
        }
    }
}
