package io.github.pg1c.live.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A test host: a Debian of its own with systemd as process 1, a data disk, a cable to the switch and an SSH server.
 *
 * <p>What it has written outlives a reboot and a power loss, but not the laboratory. Commands of tests get in from
 * below, through the host's namespaces, so that they work without a network; {@link #ssh} goes the way of an
 * administrator.
 *
 * @since 0.1
 */
public final class Host implements AutoCloseable {

    private static final List<String> BOOT = List.of("--mount", "--uts", "--ipc", "--net", "--pid");
    private static final List<String> ALL =
            List.of("--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", "--wd");
    /** Large enough for every database of the tests; it takes the memory that is written to. */
    private static final String DISK = "4G";
    /** From power on to process 1. */
    private static final Duration POWERED = Duration.ofSeconds(30);
    /** From power on to all units, on a machine that boots many hosts at once. */
    private static final Duration UP = Duration.ofMinutes(3);
    /** Longer than any unit may take to stop. */
    private static final Duration DOWN = Duration.ofMinutes(5);

    private final Lab lab;
    private final DebianRoot root;
    private final String name;
    private final String address;
    private final @Nullable String mountPoint;
    private final Path logs;
    private final Port port;
    private @Nullable Namespace power;
    private @Nullable ProcessHandle init;

    private Host(Lab lab, DebianRoot root, String name, String address, @Nullable String mountPoint, Path logs) {
        this.lab = lab;
        this.root = root;
        this.name = name;
        this.address = address;
        this.mountPoint = mountPoint;
        this.logs = logs;
        this.port = new Port(lab.namespace(), name);
    }

    /** A host that was never booted. */
    static Host make(Lab lab, DebianRoot root, String name, String address, @Nullable String mountPoint) {
        try {
            Path logs = Files.createDirectories(lab.work().resolve(name));
            Host host = new Host(lab, root, name, address, mountPoint, logs);
            host.files().make(name, address, logs.resolve("ssh_host_ed25519_key"), lab.administrator());
            return host;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HostFiles files() {
        return new HostFiles(lab.reach(name + "/upper"));
    }

    // ---------- Power

    /** Switches the host on; returns at once. */
    public void switchOn() {
        if (power != null) {
            throw new IllegalStateException(name + " is on");
        }
        Namespace booting = lab.namespace()
                .holdInside(
                        BOOT,
                        logs.resolve("console.log"),
                        List.of(
                                "sh",
                                lab.work().resolve("host.sh").toString(),
                                root.path().toString(),
                                lab.directory().toString(),
                                name,
                                DISK,
                                mountPoint == null ? "" : mountPoint));
        power = booting;
        port.plug(booting.pid(), address);
        booting.tell("boot");
        init = Eventually.value(POWERED, () -> init(booting));
    }

    /** Process 1 of the host: the one that nspawn has started, by its number in its own namespace. */
    private static ProcessHandle init(Namespace booting) throws IOException {
        for (ProcessHandle nspawn : booting.children()) {
            for (ProcessHandle child : nspawn.children().toList()) {
                String status = Files.readString(Path.of("/proc/" + child.pid() + "/status"));
                if (status.lines().anyMatch(line -> line.startsWith("NSpid:") && line.endsWith("\t1"))) {
                    return child;
                }
            }
        }
        throw new IllegalStateException("nothing boots");
    }

    /** Waits until systemd has started what it starts at boot, or has given up on a part of that. */
    public void awaitBooted() {
        Eventually.value(UP, () -> {
            String state = run("systemctl", "is-system-running").text().strip();
            if (!state.equals("running") && !state.equals("degraded")) {
                throw new IllegalStateException(name + " is " + state);
            }
            return state;
        });
    }

    /** Switches the host on and waits until it has booted and has its address, which no unit needs to wait for. */
    public Host boot() {
        switchOn();
        awaitBooted();
        run("/usr/lib/systemd/systemd-networkd-wait-online", "--timeout=" + UP.toSeconds())
                .orThrow();
        return this;
    }

    /** Reboots in order: systemd stops every unit, and the host boots again. */
    public void reboot() {
        goDown("reboot");
        boot();
    }

    /** Powers off in order: systemd stops every unit. */
    public void powerOff() {
        goDown("poweroff");
    }

    private void goDown(String how) {
        ProcessHandle ending = init();
        run("systemctl", how);
        try {
            ending.onExit().get(DOWN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw Command.interrupted(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(name + " does not go down, see " + logs.resolve("console.log"), e);
        }
        close();
    }

    /**
     * Loses its power: every process ends at once, no peer is told, no signal is handled. Disks keep what was written
     * to them.
     */
    public void losePower() {
        Namespace lost = power();
        power = null;
        port.unplug();
        lost.kill();
    }

    /** Whether the host has power. */
    public boolean isOn() {
        return power != null;
    }

    private Namespace power() {
        if (power == null) {
            throw new IllegalStateException(name + " is off");
        }
        return power;
    }

    /** Process 1; never a process of the machine that has its number by now. */
    private ProcessHandle init() {
        ProcessHandle running = init;
        if (power == null || running == null || !running.isAlive()) {
            throw new IllegalStateException(name + " is down");
        }
        return running;
    }

    // ---------- Faults

    /**
     * Pulls the cable out of the switch: nothing reaches the host, its interface loses the carrier, and no peer is
     * told.
     */
    public Fault pullCable() {
        return port.pull();
    }

    /** The switch forwards nothing to and from the host, whose interface does not notice. */
    public Fault isolate() {
        return port.isolate();
    }

    /**
     * Makes the host's line narrow in both directions.
     *
     * @param rate as tc writes it, such as {@code 256kbit}
     * @param longestDelay what would have to wait longer is dropped
     */
    public Fault slowNetwork(String rate, Duration longestDelay) {
        return port.slow(rate, longestDelay);
    }

    /**
     * Fills the host's disk until nothing fits.
     *
     * @param directory on that disk
     */
    public Fault fillDisk(String directory) {
        if (mountPoint == null || !Path.of(directory).startsWith(mountPoint)) {
            throw new IllegalArgumentException(directory + " is not on a disk of " + name);
        }
        String file = directory + "/filler";
        shell("left=$(df --output=avail --block-size=1 " + directory + " | tail -n 1); fallocate --length \"$left\" "
                        + file + "; ! dd if=/dev/zero of=" + file + ".rest bs=4096 2> /dev/null")
                .orThrow();
        return Fault.mendedBy(() -> run("rm", "-f", file, file + ".rest").orThrow());
    }

    /**
     * Freezes the processes of a name or of a command line: they keep their sockets and files, and do nothing. When
     * the fault is mended some of them may have been killed.
     *
     * @param selector as pgrep takes it, such as {@code -x etcd}
     */
    public Fault freeze(String... selector) {
        signal("-STOP", selector).orThrow();
        return Fault.mendedBy(() -> signal("-CONT", selector));
    }

    /** Takes a program away from those who look for one to run; what runs already goes on. */
    public Fault withoutProgram(String path) {
        run("chmod", "a-x", path).orThrow();
        return Fault.mendedBy(() -> run("chmod", "a+x", path).orThrow());
    }

    /** Kills the processes of a name or of a command line. */
    public void kill(String... selector) {
        signal("-KILL", selector).orThrow();
    }

    private Output signal(String signal, String... selector) {
        List<String> command = new ArrayList<>(List.of("pkill", signal));
        command.addAll(List.of(selector));
        return run(command.toArray(String[]::new));
    }

    /**
     * Restarts a unit with another clock, which its processes get from libfaketime; programs that do not read the
     * clock through the C library, as those in Go, keep the right one.
     *
     * @param offset as libfaketime writes it, such as {@code +1d}
     */
    public Fault shiftClock(String unit, String offset) {
        String file = "/run/systemd/system/" + unit + ".d/clock.conf";
        shell("mkdir -p $(dirname " + file + ") && printf '[Service]\\nEnvironment=LD_PRELOAD=%s FAKETIME=" + offset
                        + "\\n' \"$(ls /usr/lib/*/faketime/libfaketime.so.1)\" > " + file
                        + " && systemctl daemon-reload")
                .orThrow();
        unit(unit).restart();
        return Fault.mendedBy(() -> {
            shell("rm " + file + " && systemctl daemon-reload").orThrow();
            unit(unit).restart();
        });
    }

    // ---------- Work

    /** Runs a program on the host to its end, as root. */
    public Output run(String... command) {
        return Command.run(Command.inside(init().pid(), ALL, List.of(command)));
    }

    /** Runs a line of shell on the host to its end, as root. */
    public Output shell(String line) {
        return run("sh", "-c", line);
    }

    /** Runs a line of shell on the host to its end, over the network as an ordinary user who may use {@code sudo}. */
    public Output ssh(String line) {
        return Command.run(sshCommand(line));
    }

    /** Sends the contents of a directory of this machine into one of the host, as root by {@code sudo}. */
    public Output send(Path directory, String target) {
        String unpack = String.join(
                " ",
                sshCommand("sudo tar -C " + target + " --no-same-owner -xf -").stream()
                        .map(word -> "'" + word + "'")
                        .toList());
        return Command.run("bash", "-c", "set -o pipefail; tar -C '" + directory + "' -cf - . | " + unpack);
    }

    private List<String> sshCommand(String line) {
        return lab.administrator().ssh(lab.administratorAddress(), address, line);
    }

    /** A unit of the host. */
    public Unit unit(String unit) {
        return new Unit(this, unit);
    }

    /** The host's journal. */
    public Journal journal() {
        return new Journal(this);
    }

    /** The host's name. */
    public String name() {
        return name;
    }

    /** A file of the running host as this process reaches it. */
    public Path path(String file) {
        return Path.of("/proc/" + init().pid() + "/root" + file);
    }

    /** Where the host's console and journal are kept on this machine. */
    public Path logs() {
        return logs;
    }

    /** Keeps the journal among the logs, and switches the host off as a power loss does. */
    @Override
    public void close() {
        Namespace ending = power;
        if (ending != null) {
            power = null;
            try {
                keepJournal();
                port.unplug();
            } finally {
                ending.kill();
            }
        }
    }

    /** Written from outside, because the host may have gone down. */
    private void keepJournal() {
        Output journal = Command.run(
                "journalctl",
                "--directory=" + files().upper().resolve("var/log/journal"),
                "--output=short-precise",
                "--no-hostname");
        try {
            Files.writeString(logs.resolve("journal.log"), journal.text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
