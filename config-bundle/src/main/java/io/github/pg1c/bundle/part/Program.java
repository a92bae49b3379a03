package io.github.pg1c.bundle.part;

/**
 * A program that must be on the node before anything is installed.
 *
 * @param packageName package that contains it
 * @param path absolute path on the node
 * @since 0.1
 */
public record Program(String packageName, String path) {}
