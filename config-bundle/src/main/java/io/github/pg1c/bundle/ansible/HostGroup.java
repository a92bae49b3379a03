package io.github.pg1c.bundle.ansible;

import io.github.pg1c.model.Node;
import java.util.List;

/**
 * A group of hosts in the inventory.
 *
 * @param name name of the group, as {@code pg1c_postgresql}
 * @param nodes its hosts, in the order in which plays go through them
 */
public record HostGroup(String name, List<Node> nodes) {

    public HostGroup {
        nodes = List.copyOf(nodes);
    }
}
