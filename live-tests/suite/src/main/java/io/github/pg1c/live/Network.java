package io.github.pg1c.live;

import java.nio.file.Path;
import java.util.List;

/**
 * One switch with a cable to each test host and one to this machine, in network namespaces that nothing else uses.
 *
 * <p>All addresses lie in one {@code /16}, so that every host reaches every other one without a router.
 *
 * @since 0.1
 */
public final class Network implements AutoCloseable {

    private static final String NET = "--net";

    private final Namespace namespace;
    private final String leg = "pg1c" + ProcessHandle.current().pid();

    private Network(Namespace namespace) {
        this.namespace = namespace;
    }

    /** Switches the switch on. */
    public static Network open(Path work) {
        Path script = Scripts.unpack("switch.sh", work);
        return new Network(Namespace.hold(List.of(NET), work.resolve("switch.log"), List.of("sh", script.toString())));
    }

    /** Connects a host and gives it its address. */
    public void plug(Host host, String address) {
        connect(host.name(), "eth0", Long.toString(host.pid()));
        inside(host.pid(), "ip", "address", "add", address + "/16", "dev", "eth0");
        inside(host.pid(), "ip", "link", "set", "eth0", "up");
    }

    /** Connects this machine and gives it the addresses; the first is the one that it uses unless told otherwise. */
    public void plugMachine(List<String> addresses) {
        connect("machine", leg, Long.toString(ProcessHandle.current().pid()));
        for (String address : addresses) {
            Command.run("ip", "address", "add", address + "/16", "dev", leg).orThrow();
        }
        Command.run("ip", "link", "set", leg, "up").orThrow();
    }

    private void connect(String port, String end, String pid) {
        Command.run(
                        "ip",
                        "link",
                        "add",
                        "name",
                        port,
                        "netns",
                        Long.toString(namespace.pid()),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        end,
                        "netns",
                        pid)
                .orThrow();
        inside(namespace.pid(), "ip", "link", "set", port, "master", "switch");
        inside(namespace.pid(), "ip", "link", "set", port, "up");
    }

    /** Pulls the host's cable out of the switch: nothing reaches the host, and nobody is told. */
    public void pull(Host host) {
        inside(namespace.pid(), "ip", "link", "set", host.name(), "down");
    }

    /** Puts the host's cable back. */
    public void putBack(Host host) {
        inside(namespace.pid(), "ip", "link", "set", host.name(), "up");
    }

    private static void inside(long pid, String... command) {
        Command.run(Command.inside(pid, List.of(NET), List.of(command))).orThrow();
    }

    @Override
    public void close() {
        namespace.close();
    }
}
