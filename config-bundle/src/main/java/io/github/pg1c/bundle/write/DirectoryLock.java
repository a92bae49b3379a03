package io.github.pg1c.bundle.write;

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
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Keeps a second process, and a second thread, out; the lock's file is gone when the lock is. */
public final class DirectoryLock implements AutoCloseable {

    private static final AtomicLong COUNT = new AtomicLong();

    private final Path file;
    private final FileChannel channel;

    private DirectoryLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock or says who is in the way.
     *
     * @throws BundleException when somebody else has it
     */
    public static DirectoryLock acquire(Path file) throws IOException {
        while (true) {
            FileChannel channel = FileChannel.open(
                    file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
            boolean held = false;
            try {
                lock(file, channel);
                // The former owner may have deleted the file after this process opened it: then the lock is on nothing.
                String mark = ProcessHandle.current().pid() + " " + COUNT.incrementAndGet() + "\n";
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)));
                held = mark.equals(read(file));
            } finally {
                if (!held) {
                    channel.close();
                }
            }
            if (held) {
                return new DirectoryLock(file, channel);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file);
        } finally {
            channel.close();
        }
    }

    private static void lock(Path file, FileChannel channel) throws IOException {
        try {
            if (channel.tryLock() == null) {
                throw locked(file);
            }
        } catch (OverlappingFileLockException e) {
            throw locked(file);
        }
    }

    private static BundleException locked(Path file) {
        return new BundleException(file, "another run of pg1c is writing here");
    }

    private static @Nullable String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (NoSuchFileException e) {
            return null;
        }
    }
}
