package io.github.pg1c.bundle.part;

import io.github.pg1c.base.words.Text;

/**
 * A TCP port outside of the cluster that a node connects to.
 *
 * @param host name or address
 * @param port port there
 * @param protocol what is spoken, for people
 * @param purpose what for
 * @since 0.1
 */
public record Destination(String host, int port, String protocol, Text purpose) {}
