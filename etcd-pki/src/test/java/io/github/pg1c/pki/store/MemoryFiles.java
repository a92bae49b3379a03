package io.github.pg1c.pki.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A store in memory that can be killed between any two writes. */
final class MemoryFiles implements StoreFiles {
    /** The process ended here. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Map<Path, String> files;
    private int writes;
    private int limit = Integer.MAX_VALUE;

    MemoryFiles() {
        this(Map.of());
    }

    private MemoryFiles(Map<Path, String> files) {
        this.files = new TreeMap<>(files);
    }

    MemoryFiles copy() {
        return new MemoryFiles(files);
    }

    /** Lets this many writes through. */
    MemoryFiles killedAfter(int limit) {
        this.limit = limit;
        writes = 0;
        return this;
    }

    MemoryFiles alive() {
        return killedAfter(Integer.MAX_VALUE);
    }

    int writes() {
        return writes;
    }

    Map<Path, String> files() {
        return files;
    }

    @Override
    public Optional<String> read(Path path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public void replace(Path path, String text) {
        count();
        files.put(path, text);
    }

    @Override
    public void delete(Path path) {
        count();
        files.remove(path);
    }

    private void count() {
        if (writes == limit) {
            throw new Killed();
        }
        writes++;
    }

    @Override
    public void tighten(Path path) {}

    @Override
    public Lock lock() {
        return () -> {};
    }
}
