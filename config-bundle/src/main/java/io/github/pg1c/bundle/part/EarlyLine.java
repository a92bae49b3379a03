package io.github.pg1c.bundle.part;

/**
 * A line that must stand in a file before the packages come, because their own scripts read it.
 *
 * @param path the file
 * @param line the line
 * @since 0.1
 */
public record EarlyLine(String path, String line) {}
