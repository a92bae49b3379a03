package io.github.pg1c.bundle.write;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.FileChange;
import java.util.List;

/**
 * A bundle that is written beside the old one and has not replaced it yet. Nobody else can write the bundle until it is
 * closed.
 *
 * @since 0.1
 */
public final class StagedBundle implements AutoCloseable {

    private final List<FileChange> changes;
    private final Runnable commit;
    private final Runnable close;

    StagedBundle(List<FileChange> changes, Runnable commit, Runnable close) {
        this.changes = List.copyOf(changes);
        this.commit = commit;
        this.close = close;
    }

    /** What {@link #commit()} does to every file, by path. */
    public List<FileChange> changes() {
        return changes;
    }

    /**
     * Replaces the old bundle.
     *
     * @throws FileException when the file system refuses; the directory then has the complete old or new bundle
     */
    public void commit() {
        commit.run();
    }

    /** Removes a bundle that was not committed. */
    @Override
    public void close() {
        close.run();
    }
}
