package io.github.pg1c.bundle.part;

/**
 * A script of the bundle for one node that an administrator runs at a certain time; it is no file of the node.
 *
 * @param name name of the file in the node's directory of the bundle
 * @param content the script
 * @since 0.1
 */
public record NodeScript(String name, String content) {}
