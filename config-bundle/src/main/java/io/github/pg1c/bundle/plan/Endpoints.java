package io.github.pg1c.bundle.plan;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Node;

/** Addresses of the services in the formats of the files. */
public final class Endpoints {

    private Endpoints() {}

    public static String https(IpAddress address, int port) {
        return "https://" + hostPort(address, port);
    }

    public static String hostPort(IpAddress address, int port) {
        return address.url() + ":" + port;
    }

    /** The address as a network of one host, the format of {@code pg_hba.conf}. */
    public static Cidr hostNetwork(Node node) {
        return Cidr.host(node.address());
    }
}
