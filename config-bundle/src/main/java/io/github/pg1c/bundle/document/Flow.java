package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;

/**
 * A connection that a firewall must let through.
 *
 * @param from name of a node, or of a group of clients outside
 * @param to name of a node, or of servers outside
 * @param port port on it, of TCP where the protocol does not name UDP
 * @param protocol protocol, for people
 * @param purpose what for
 */
public record Flow(Text from, Text to, int port, String protocol, Text purpose) {}
