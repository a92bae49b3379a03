package io.github.pg1c.bundle.write;

import java.io.IOException;
import java.nio.file.Path;

/** Steps on a file system that refuses to make anything after a number of steps, as a full disk does. */
final class RefusingFileSteps extends LimitedFileSteps {

    private boolean refused;

    RefusingFileSteps(int steps) {
        super(steps);
    }

    /** Whether a step was refused. */
    boolean refused() {
        return refused;
    }

    @Override
    void end() throws IOException {
        refused = true;
        throw new IOException("No space left on device");
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        real.rename(from, to);
    }

    @Override
    public void delete(Path path) throws IOException {
        real.delete(path);
    }
}
