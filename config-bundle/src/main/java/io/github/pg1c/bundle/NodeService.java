package io.github.pg1c.bundle;

import io.github.pg1c.bundle.part.Service;

/**
 * A service as the manifest lists it, with the commands that its needs stand for on a node.
 *
 * @param node node it runs on
 * @param name its name in needs
 * @param reload command that makes it read its configuration again; empty where it cannot
 * @param restart command that restarts it on this node
 * @param shared command that applies the shared configuration; empty where the service has none
 * @param onTheLeader the cost of a restart on the leader's node
 * @since 0.1
 */
public record NodeService(
        String node, String name, String reload, String restart, String shared, Service.OnTheLeader onTheLeader) {

    static NodeService of(String node, Service service) {
        return new NodeService(
                node, service.name(), service.reload(), service.restart(), service.shared(), service.onTheLeader());
    }
}
