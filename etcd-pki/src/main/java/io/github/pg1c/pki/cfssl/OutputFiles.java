package io.github.pg1c.pki.cfssl;

import io.github.pg1c.base.file.DurableFiles;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.pki.PkiException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
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

/** cfssljson's files. All are written to temporary files and synced, then moved to their places, keys first. */
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
                moved(file);
            }
            for (Path directory : directories) {
                synced(directory);
            }
        } catch (FileException e) {
            removeTemporary(files);
            throw new PkiException(e.sentence(), e);
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
            throw new PkiException(Text.of(
                    String.join(", ", existing) + (existing.size() == 1 ? " exists" : " exist")
                            + " and would be replaced; a key that is replaced is gone",
                    (existing.size() == 1 ? "уже есть и был бы заменён: " : "уже есть и были бы заменены: ")
                            + String.join(", ", existing) + "; заменённый ключ не вернуть"));
        }
    }

    /** In parallel, because the file system then commits once for all; that takes a tenth of the time. */
    private static void createAll(List<OutputFile> files) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(files.size(), MOST_THREADS));
        try {
            List<Callable<OutputFile>> tasks = new ArrayList<>();
            files.forEach(file -> tasks.add(() -> create(file)));
            for (Future<OutputFile> created : threads.invokeAll(tasks)) {
                created.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FileException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FileException.writing(files.get(0).path(), new InterruptedIOException("interrupted"));
        } finally {
            threads.shutdown();
        }
    }

    private static OutputFile create(OutputFile file) {
        try {
            Files.deleteIfExists(file.temporary());
            DurableFiles.create(
                    file.temporary(),
                    file.text().getBytes(StandardCharsets.US_ASCII),
                    PosixFilePermissions.fromString(file.mode()));
            return file;
        } catch (IOException e) {
            throw FileException.writing(file.path(), e);
        }
    }

    private static void moved(OutputFile file) {
        try {
            DurableFiles.replace(file.temporary(), file.path());
        } catch (IOException e) {
            throw FileException.writing(file.path(), e);
        }
    }

    private static void synced(Path directory) {
        try {
            DurableFiles.sync(directory);
        } catch (IOException e) {
            throw FileException.writing(directory, e);
        }
    }

    private static void removeTemporary(List<OutputFile> files) {
        for (OutputFile file : files) {
            try {
                Files.deleteIfExists(file.temporary());
            } catch (IOException e) {
                // The message has the cause of the failure.
                continue;
            }
        }
    }
}
