package io.github.pg1c.bundle.write;

/** Steps on the file system of a process that dies: after the given number of steps nothing is written. */
final class CrashingFileSteps extends LimitedFileSteps {

    /** The death of the process: no code catches it or cleans up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    CrashingFileSteps(int steps) {
        super(steps);
    }

    @Override
    void end() {
        throw new Killed();
    }
}
