package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The device that a directory is on; whatever is read from it counts, whoever reads.
 *
 * @param statistics the kernel's file about it
 */
record BlockDevice(Path statistics) {
    private static final int SECTOR = 512;

    static BlockDevice of(Path directory) throws IOException {
        long number = (long) Files.getAttribute(directory, "unix:dev");
        long major = number >> 8 & 0xfff;
        long minor = number & 0xff | number >> 12 & 0xfff00;
        return new BlockDevice(Path.of("/sys/dev/block/" + major + ":" + minor + "/stat"));
    }

    long bytesRead() throws IOException {
        return Long.parseLong(Files.readString(statistics).strip().split(" +")[2]) * SECTOR;
    }
}
