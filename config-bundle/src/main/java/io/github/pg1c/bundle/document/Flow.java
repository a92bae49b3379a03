package io.github.pg1c.bundle.document;

import io.github.pg1c.base.words.Text;
import java.util.OptionalInt;

/**
 * A connection that a firewall must let through.
 *
 * @param from name of a node, or of a group of clients outside
 * @param to name of a node, or of servers outside
 * @param port port on it, of TCP where the protocol does not name UDP; empty for a protocol without ports
 * @param protocol protocol, for people
 * @param purpose what for
 */
public record Flow(Text from, Text to, OptionalInt port, String protocol, Text purpose) {

    /** What people see where a protocol has no ports. */
    public static final String NO_PORT = "–";

    /** A flow to a port. */
    public static Flow of(Text from, Text to, int port, String protocol, Text purpose) {
        return new Flow(from, to, OptionalInt.of(port), protocol, purpose);
    }

    /** The port for people. */
    public String portText() {
        return port.isPresent() ? Integer.toString(port.getAsInt()) : NO_PORT;
    }
}
