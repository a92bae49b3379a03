package io.github.pg1c.bundle.component.diskwatch;

/**
 * A share of a disk between two limits.
 *
 * @param percent of its size
 * @param least in MB
 * @param most in MB
 */
record DiskShare(int percent, int least, int most) {

    /** The numbers as words of a shell. */
    String words() {
        return percent + " " + least + " " + most;
    }
}
