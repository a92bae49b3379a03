package io.github.pg1c.live.lab;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The port of the switch for a host's cable, with the faults of cable and port. */
final class Port {

    private static final List<String> NET = List.of("--net");

    private final Namespace laboratory;
    private final String name;
    private @Nullable Long host;
    private boolean pulled;
    private boolean isolated;
    private List<String> shape = List.of();

    Port(Namespace laboratory, String name) {
        this.laboratory = laboratory;
        this.name = name;
    }

    /**
     * Connects the network namespace of a process by an {@code eth0} with the same MAC address at each boot. With a new
     * one neighbours would use the old one for tens of seconds.
     */
    void plug(long pid, String address) {
        // The interface of the boot before may still exist.
        Command.run(Command.inside(laboratory.pid(), NET, List.of("ip", "link", "delete", name)));
        cable(laboratory, name, "eth0", pid, mac(address));
        host = pid;
        set();
    }

    /** Removes the cable, without a message to peers. */
    void unplug() {
        inside(laboratory.pid(), "ip", "link", "set", name, "down");
        host = null;
    }

    /** Lays a cable between the switch and an interface in the network namespace of a process. */
    static void cable(Namespace laboratory, String port, String interfaceName, long pid, String mac) {
        Command.run(
                        "ip",
                        "link",
                        "add",
                        "name",
                        port,
                        "netns",
                        Long.toString(laboratory.pid()),
                        "type",
                        "veth",
                        "peer",
                        "name",
                        interfaceName,
                        "address",
                        mac,
                        "netns",
                        Long.toString(pid))
                .orThrow();
        inside(laboratory.pid(), "ip", "link", "set", port, "master", "switch", "up");
    }

    /** A locally administered MAC address, made of an IPv4 address. */
    static String mac(String address) {
        StringBuilder mac = new StringBuilder("02:00");
        for (String part : address.split("\\.")) {
            mac.append(':').append("%02x".formatted(Integer.parseInt(part)));
        }
        return mac.toString();
    }

    Fault pull() {
        pulled = true;
        set();
        return Fault.mendedBy(() -> {
            pulled = false;
            set();
        });
    }

    Fault isolate() {
        isolated = true;
        set();
        return Fault.mendedBy(() -> {
            isolated = false;
            set();
        });
    }

    /** Limits the rate in each direction, and drops packets that would wait longer than the longest delay. */
    Fault slow(String rate, Duration longestDelay) {
        shape = List.of("tbf", "rate", rate, "burst", "16kb", "latency", longestDelay.toMillis() + "ms");
        set();
        return Fault.mendedBy(() -> {
            shape = List.of();
            set();
        });
    }

    /**
     * Shapes the traffic that leaves a device. The device has no other queueing discipline, so the deletion may find
     * none.
     */
    private void shape(long pid, String device) {
        List<String> command =
                new ArrayList<>(List.of("tc", "qdisc", shape.isEmpty() ? "delete" : "replace", "dev", device, "root"));
        command.addAll(shape);
        Output shaped = Command.run(Command.inside(pid, NET, command));
        if (!shape.isEmpty()) {
            shaped.orThrow();
        }
    }

    private void set() {
        if (host != null) {
            inside(laboratory.pid(), "ip", "link", "set", name, pulled ? "down" : "up");
            inside(
                    laboratory.pid(),
                    isolated
                            ? new String[] {"ip", "link", "set", name, "nomaster"}
                            : new String[] {"ip", "link", "set", name, "master", "switch"});
            shape(laboratory.pid(), name);
            shape(host, "eth0");
        }
    }

    private static void inside(long pid, String... command) {
        Command.run(Command.inside(pid, NET, List.of(command))).orThrow();
    }
}
