package io.github.pg1c.pki.cfssl;

import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** cfssljson's files: all are written beside their places and synced, and only then moved there, keys first. */
final class OutputFiles {
    private static final String KEY_MODE = "rw-------";
    private static final String CERTIFICATE_MODE = "rw-rw-r--";
    private static final String REQUEST_MODE = "rw-r--r--";
    private static final int MOST_THREADS = 32;

    private record OutputFile(Path path, String text, String mode) {
        Path temporary() {
            return path.resolveSibling("." + path.getFileName() + ".new");
        }
    }

    private OutputFiles() {}

    static void write(Map<Path, CfsslOutput> outputs, boolean replace) {
        List<OutputFile> files = new ArrayList<>();
        outputs.forEach((base, output) -> add(files, base, "-key.pem", output.privateKey(), KEY_MODE));
        outputs.forEach((base, output) -> {
            add(files, base, ".pem", output.certificate(), CERTIFICATE_MODE);
            add(files, base, ".csr", output.request(), REQUEST_MODE);
        });
        if (files.isEmpty()) {
            return;
        }
        if (!replace) {
            refuseExisting(files);
        }
        try {
            createAll(files);
            Set<Path> directories = new LinkedHashSet<>();
            for (OutputFile file : files) {
                directories.add(file.path().toAbsolutePath().getParent());
                Files.move(
                        file.temporary(),
                        file.path(),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            }
            for (Path directory : directories) {
                sync(directory);
            }
        } catch (IOException e) {
            removeTemporary(files);
            throw new PkiException("cannot write " + files.get(0).path() + " and what belongs to it", e);
        }
    }

    private static void add(List<OutputFile> files, Path base, String suffix, Optional<String> text, String mode) {
        text.ifPresent(it -> files.add(new OutputFile(base.resolveSibling(base.getFileName() + suffix), it, mode)));
    }

    private static void refuseExisting(List<OutputFile> files) {
        List<String> existing = files.stream()
                .map(OutputFile::path)
                .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
                .map(Path::toString)
                .toList();
        if (!existing.isEmpty()) {
            throw new PkiException(String.join(", ", existing) + (existing.size() == 1 ? " exists" : " exist")
                    + " and would be replaced; a key that is replaced is gone");
        }
    }

    /** Side by side: the file system then commits once for all, which takes a tenth of the time of one after the other. */
    private static void createAll(List<OutputFile> files) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(files.size(), MOST_THREADS));
        try {
            List<Callable<OutputFile>> tasks = new ArrayList<>();
            files.forEach(file -> tasks.add(() -> create(file)));
            for (Future<OutputFile> created : threads.invokeAll(tasks)) {
                created.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            threads.shutdown();
        }
    }

    private static OutputFile create(OutputFile file) throws IOException {
        Files.deleteIfExists(file.temporary());
        FileAttribute<?>[] attributes = isPosix(file.path())
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(file.mode()))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(
                file.temporary(), Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer bytes = ByteBuffer.wrap(file.text().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return file;
    }

    private static void sync(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void removeTemporary(List<OutputFile> files) {
        for (OutputFile file : files) {
            try {
                Files.deleteIfExists(file.temporary());
            } catch (IOException e) {
                // The cause of the failure is what is told.
                continue;
            }
        }
    }
}
