package io.github.pg1c.secrets.content;

import io.github.pg1c.bundle.write.BundleException;
import io.github.pg1c.bundle.RelativePaths;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** Files that only their owner may read: each is created with its mode, replaced as a whole, and never reached through a link. */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private final Path root;
    private final boolean posix;

    public PrivateFiles(Path root) {
        this.root = root;
        this.posix = root.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    public Path file(String path) {
        return RelativePaths.under(root, path);
    }

    /** Makes the root; one that exists already becomes as private as a new one. */
    public void createRoot() throws IOException {
        refuseLinks("");
        Path parent = root.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            Files.createDirectories(parent, attributes(DIRECTORY));
        }
        if (!Files.isDirectory(root)) {
            Files.createDirectory(root, attributes(DIRECTORY));
        }
        tighten(root, DIRECTORY);
    }

    /** The text of a file, empty when there is none. */
    public Optional<String> read(String path) {
        return bytes(path).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The octets of a file, empty when there is none. */
    public Optional<byte[]> bytes(String path) {
        refuseLinks(path);
        Path file = file(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BundleException(file, "not a regular file");
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new BundleException(file, "cannot be read", e);
        }
    }

    public void write(String path, String text) {
        refuseLinks(path);
        Path file = file(path);
        try {
            Path directory = directories(path);
            Path fresh = directory.resolve("." + file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            try (FileChannel channel = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(FILE))) {
                ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (posix) {
                try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        } catch (IOException e) {
            throw new BundleException(file, "cannot be written", e);
        }
    }

    /** Takes away what others may do with the file, which a copy or a checkout may have allowed. */
    public void tighten(String path) {
        Path file = file(path);
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                tighten(file, FILE);
            }
        } catch (IOException e) {
            throw new BundleException(file, "cannot be made private", e);
        }
    }

    private void tighten(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (posix
                && !Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)
                        .equals(mode)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    private Path directories(String path) throws IOException {
        Path current = root;
        Path relative = root.relativize(file(path));
        for (int i = 0; i < relative.getNameCount() - 1; i++) {
            current = current.resolve(relative.getName(i));
            if (!Files.isDirectory(current, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(current, attributes(DIRECTORY));
            }
            tighten(current, DIRECTORY);
        }
        return current;
    }

    private void refuseLinks(String path) {
        Path current = root;
        refuseLink(current);
        for (String name : path.split("/", -1)) {
            current = current.resolve(name);
            refuseLink(current);
        }
    }

    private static void refuseLink(Path path) {
        if (Files.isSymbolicLink(path)) {
            throw new BundleException(path, "a symbolic link, which the secrets store does not follow");
        }
    }

    private FileAttribute<?>[] attributes(Set<PosixFilePermission> mode) {
        return posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)} : new FileAttribute<?>[0];
    }
}
