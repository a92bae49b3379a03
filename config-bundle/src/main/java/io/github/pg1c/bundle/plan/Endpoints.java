package io.github.pg1c.bundle.plan;

import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.model.Node;

/** Addresses of the services in the forms that the files want. */
public final class Endpoints {

    private Endpoints() {}

    public static String https(IpAddress address, int port) {
        return "https://" + hostPort(address, port);
    }

    public static String hostPort(IpAddress address, int port) {
        return address.url() + ":" + port;
    }

    /** The address as a network of one host, as {@code pg_hba.conf} wants it. */
    public static String hostNetwork(Node node) {
        String address = node.address().toString();
        return address + (address.contains(":") ? "/128" : "/32");
    }
}
