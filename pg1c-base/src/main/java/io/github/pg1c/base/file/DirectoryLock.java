package io.github.pg1c.base.file;

import io.github.pg1c.base.words.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a directory against other processes and other threads of this process. The lock is a file in the directory
 * or beside it. The release removes the file; a file that a killed process left behind locks nothing.
 *
 * <p>The operating system holds the lock for the process and drops it as soon as the process closes the file by any of
 * its channels. So this class closes its channels only at the release, and no other code may open and close the file
 * while the lock is held.
 *
 * @since 0.1
 */
public final class DirectoryLock implements AutoCloseable {

    private static final Pattern OWNER = Pattern.compile("(\\d{1,18}) .*", Pattern.DOTALL);
    private static final int OWNER_BYTES = 64;

    private final Path file;
    private final String name;
    private final FileChannel channel;
    private final FileChannel view;

    private DirectoryLock(Path file, String name, FileChannel channel, FileChannel view) {
        this.file = file;
        this.name = name;
        this.channel = channel;
        this.view = view;
    }

    /**
     * Takes the lock without waiting. The exception names the process that has it.
     *
     * @param file the lock's file, in a directory that exists
     * @throws FileException when another process or thread has the lock, or the file cannot be made
     */
    public static DirectoryLock acquire(Path file) {
        String name;
        try {
            Path absolute = file.toAbsolutePath();
            Path directory = Optional.ofNullable(absolute.getParent()).orElse(absolute);
            name = DirectoryLock.class.getName() + ":" + directory.toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
        // System properties are shared by all class loaders: two plugins of one build may have loaded this class twice.
        if (System.getProperties().putIfAbsent(name, Thread.currentThread().getName()) != null) {
            throw held(file, ProcessHandle.current().pid());
        }
        @Nullable DirectoryLock lock = null;
        try {
            while (lock == null) {
                lock = attempt(file, name);
            }
            return lock;
        } catch (IOException e) {
            throw FileException.writing(file, e);
        } finally {
            if (lock == null) {
                System.getProperties().remove(name);
            }
        }
    }

    /** Releases the lock and removes its file. */
    @Override
    public void close() {
        try (view;
                channel) {
            // The file is removed before the release: another run that locks the removed file tries again.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw FileException.removing(file, e);
        } finally {
            System.getProperties().remove(name);
        }
    }

    private static @Nullable DirectoryLock attempt(Path file, String name) throws IOException {
        FileChannel channel = FileChannel.open(
                file,
                Set.of(
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS),
                OwnerOnly.attributes(file, PosixFilePermissions.fromString("rw-------")));
        @Nullable FileChannel view = null;
        boolean mine = false;
        try {
            lock(file, channel);
            String mark = ProcessHandle.current().pid() + " " + UUID.randomUUID() + "\n";
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
            // The former owner may have removed the file after it was opened here. A lock on a removed file has no
            // effect.
            view = view(file);
            mine = view != null && mark.equals(read(view));
            return mine && view != null ? new DirectoryLock(file, name, channel, view) : null;
        } finally {
            if (!mine) {
                close(channel);
                close(view);
            }
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                Matcher owner = OWNER.matcher(read(channel));
                throw owner.matches() ? held(file, Long.parseLong(owner.group(1))) : held(file, null);
            }
        } catch (OverlappingFileLockException e) {
            throw held(file, ProcessHandle.current().pid());
        }
    }

    private static @Nullable FileChannel view(Path file) throws IOException {
        try {
            return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(OWNER_BYTES);
        int count = channel.read(bytes, 0);
        return count < 0 ? "" : new String(bytes.array(), 0, count, StandardCharsets.US_ASCII);
    }

    private static void close(@Nullable FileChannel channel) throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private static FileException held(Path file, @Nullable Long process) {
        if (process == null) {
            return new FileException(
                    file, Text.of("another run of pg1c is writing here", "сюда пишет другой запуск pg1c"));
        }
        return process == ProcessHandle.current().pid()
                ? new FileException(
                        file,
                        Text.of(
                                "another run of pg1c is writing here, in this process",
                                "сюда пишет другой запуск pg1c — в этом же процессе"))
                : new FileException(
                        file,
                        Text.of(
                                "another run of pg1c is writing here: process " + process,
                                "сюда пишет другой запуск pg1c: процесс " + process));
    }
}
