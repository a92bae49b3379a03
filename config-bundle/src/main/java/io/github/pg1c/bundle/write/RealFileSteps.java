package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The steps on the file system. Permissions are set after creation, because the creating process' umask takes some
 * away.
 */
final class RealFileSteps implements FileSteps {

    private static final Set<PosixFilePermission> PROGRAM = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> TEXT = PosixFilePermissions.fromString("rw-r--r--");

    @Override
    public void createDirectory(Path directory) throws IOException {
        Files.createDirectory(directory);
        if (posix(directory)) {
            Files.setPosixFilePermissions(directory, PROGRAM);
        }
    }

    @Override
    public void create(Path file, byte[] content, boolean executable) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            if (posix(file)) {
                Files.setPosixFilePermissions(file, executable ? PROGRAM : TEXT);
            }
            channel.force(true);
        }
    }

    @Override
    public void keep(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            Files.createSymbolicLink(to, Files.readSymbolicLink(from));
            return;
        }
        try {
            Files.createLink(to, from);
        } catch (FileSystemException | UnsupportedOperationException e) {
            // The file system does not support hard links, or forbids them for a file of another owner.
            Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        }
    }

    @Override
    public void permissions(Path from, Path to) throws IOException {
        if (posix(from)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from, LinkOption.NOFOLLOW_LINKS));
        }
    }

    @Override
    public void sync(Path directory) throws IOException {
        // Only POSIX systems can open a directory, and only they need it.
        if (posix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
