package io.github.pg1c.model.derived;

import io.github.pg1c.base.words.Text;

/**
 * A connection that a firewall must let through.
 *
 * @param from name of a node, or {@code clients}, {@code administrators}, {@code monitoring}
 * @param to name of a node
 * @param port TCP port on it
 * @param protocol name of the protocol, for people
 * @param purpose what the connection serves
 * @since 0.1
 */
public record Flow(String from, String to, int port, String protocol, Text purpose) {

    /** The 1C servers' networks. */
    public static final String CLIENTS = "clients";
    /** The administrators' networks. */
    public static final String ADMINISTRATORS = "administrators";
    /** The networks of monitoring. */
    public static final String MONITORING = "monitoring";
}
