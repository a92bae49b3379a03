package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.file.Path;

/** Steps on the file system of a process that dies: after the given number of steps nothing is written. */
final class CrashingFileSteps implements FileSteps {

    /** The death of the process: no code catches it or cleans up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final FileSteps real = new RealFileSteps();
    private int left;
    private int done;

    CrashingFileSteps(int steps) {
        this.left = steps;
    }

    /** Number of steps so far. */
    int done() {
        return done;
    }

    @Override
    public void createDirectory(Path directory) throws IOException {
        step();
        real.createDirectory(directory);
    }

    @Override
    public void create(Path file, byte[] content, boolean executable) throws IOException {
        step();
        real.create(file, content, executable);
    }

    @Override
    public void keep(Path from, Path to) throws IOException {
        step();
        real.keep(from, to);
    }

    @Override
    public void permissions(Path from, Path to) throws IOException {
        step();
        real.permissions(from, to);
    }

    @Override
    public void sync(Path directory) throws IOException {
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

    private void step() {
        if (left == 0) {
            throw new Killed();
        }
        left--;
        done++;
    }
}
