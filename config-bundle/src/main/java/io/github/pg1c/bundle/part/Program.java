package io.github.pg1c.bundle.part;

import io.github.pg1c.base.words.Text;

/**
 * A program that must be on the node before anything is installed.
 *
 * @param path absolute path on the node
 * @param source what brings it, for messages: {@code package etcd-server}
 * @since 0.1
 */
public record Program(String path, Text source) {}
