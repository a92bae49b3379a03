package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.file.Path;

/** A number of steps on the file system, and then the end of them. */
abstract class LimitedFileSteps implements FileSteps {

    /** The file system itself. */
    final FileSteps real = new RealFileSteps();

    private int left;
    private int done;

    LimitedFileSteps(int steps) {
        this.left = steps;
    }

    /** Throws what the next step meets. */
    abstract void end() throws IOException;

    /** Number of steps so far. */
    final int done() {
        return done;
    }

    @Override
    public final void createDirectory(Path directory) throws IOException {
        step();
        real.createDirectory(directory);
    }

    @Override
    public final void create(Path file, byte[] content, boolean executable) throws IOException {
        step();
        real.create(file, content, executable);
    }

    @Override
    public final void keep(Path from, Path to) throws IOException {
        step();
        real.keep(from, to);
    }

    @Override
    public final void permissions(Path from, Path to) throws IOException {
        step();
        real.permissions(from, to);
    }

    @Override
    public final void sync(Path directory) throws IOException {
        step();
        real.sync(directory);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        step();
        real.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        step();
        real.delete(path);
    }

    private void step() throws IOException {
        if (left == 0) {
            end();
        }
        left--;
        done++;
    }
}
