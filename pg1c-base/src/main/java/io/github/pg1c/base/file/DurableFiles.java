package io.github.pg1c.base.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/**
 * The steps that write a file so that it is complete after a power failure: create and sync it beside the target, move
 * it over the target, sync the directory. File systems without POSIX permissions keep their own defaults.
 *
 * @since 0.1
 */
public final class DurableFiles {

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private DurableFiles() {}

    /** Whether the file system of this path has POSIX permissions. */
    public static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /**
     * Creates a new file and syncs its content to the disk. The file never has more permissions than given; the umask
     * of the process may remove some.
     */
    public static void create(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.attributes(file, permissions))) {
            OwnerOnly.restrictNew(file, permissions);
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Moves a file over another one, which is either the old or the new one at every moment. */
    public static void replace(Path fresh, Path target) throws IOException {
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Creates or replaces a file that everybody may read, as a whole, and makes the directories above it. A symbolic
     * link, and what is no regular file, such as a terminal, is written to and stays.
     *
     * @throws FileException when a directory is there, a link leads nowhere, or it cannot be written
     */
    public static void write(Path file, byte[] content) {
        Path target = file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null || Files.isDirectory(target)) {
            throw new FileException(file, FileDiagnosis.DIRECTORY_THERE, FileDiagnosis.NAME_A_FILE);
        }
        try {
            // A device such as /dev/stdout is a link, to a regular file when the output is redirected.
            if (Files.isSymbolicLink(target) || (Files.exists(target) && !Files.isRegularFile(target))) {
                Files.write(target, content, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
                return;
            }
            Files.createDirectories(directory);
            // A fixed name would let two runs write into one file.
            Path fresh = directory.resolve(".pg1c-" + UUID.randomUUID());
            try {
                create(fresh, content, READABLE);
                replace(fresh, target);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
    }

    /** Syncs a directory, so that the names in it are on the disk. */
    public static void sync(Path directory) throws IOException {
        // Only POSIX systems can open a directory, and only they need it.
        if (posix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
