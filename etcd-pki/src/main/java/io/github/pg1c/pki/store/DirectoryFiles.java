package io.github.pg1c.pki.store;

import io.github.pg1c.base.file.DirectoryLock;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.base.file.PrivateDirectory;
import io.github.pg1c.pki.PkiException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A store in a private directory. */
final class DirectoryFiles implements StoreFiles {
    private final PrivateDirectory directory;

    DirectoryFiles(Path root) {
        this.directory = PrivateDirectory.at(root);
    }

    @Override
    public Optional<String> read(Path path) {
        // Not UTF-8, because a damaged file must not end the run, and DER is not text.
        return refusing(() -> directory.read(StorePaths.text(path)))
                .map(octets -> new String(octets, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void replace(Path path, String text) {
        refusing(() -> {
            directory.write(StorePaths.text(path), text.getBytes(StandardCharsets.ISO_8859_1));
            return path;
        });
    }

    @Override
    public void delete(Path path) {
        refusing(() -> {
            directory.delete(StorePaths.text(path));
            return path;
        });
    }

    @Override
    public void tighten(Path path) {
        refusing(() -> {
            directory.tighten(StorePaths.text(path));
            return path;
        });
    }

    @Override
    public Lock lock() {
        DirectoryLock lock = refusing(() -> directory.lock(StorePaths.LOCK));
        return () -> refusing(() -> {
            lock.close();
            return lock;
        });
    }

    private static <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (FileException e) {
            throw new PkiException(e.sentence(), e);
        }
    }
}
