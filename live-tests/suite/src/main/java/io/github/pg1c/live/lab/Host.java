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
 * A test host: a Debian of its own with systemd as process 1, data disks, a cable to the switch and an SSH server.
 *
 * <p>Its written files survive a reboot and a power loss, but not the end of the laboratory. Commands of tests enter
 * through the host's namespaces, so that they work without a network; {@link #ssh} connects as an administrator does.
 *
 * @since 0.1
 */
public final class Host implements AutoCloseable {

    private static final List<String> BOOT = List.of("--mount", "--uts", "--ipc", "--net", "--pid");
    private static final List<String> ALL =
            List.of("--mount", "--uts", "--ipc", "--net", "--pid", "--cgroup", "--root", "--wd");
    /** Large enough for every database of the tests; only written parts take memory. */
    private static final String DISK = "4G";
    /** Limit from power on to process 1, on a machine that boots many hosts at once. */
    private static final Duration POWERED = Duration.ofMinutes(2);
    /** Limit from power on to all units, on a machine that boots many hosts at once. */
    private static final Duration UP = Duration.ofMinutes(3);
    /** Limit of a shutdown, longer than any unit may take to stop. */
    private static final Duration DOWN = Duration.ofMinutes(5);

    private final Lab lab;
    private final DebianRoot root;
    private final String name;
    private final String address;
    private final List<String> disks;
    private final Path logs;
    private final Port port;
    private @Nullable Namespace power;
    private @Nullable ProcessHandle init;

    private Host(Lab lab, DebianRoot root, String name, String address, List<String> disks, Path logs) {
        this.lab = lab;
        this.root = root;
        this.name = name;
        this.address = address;
        this.disks = disks;
        this.logs = logs;
        this.port = new Port(lab.namespace(), name);
    }

    /**
     * A host before its first boot.
     *
     * @param disks mount points of its data disks
     */
    static Host make(Lab lab, DebianRoot root, String name, String address, List<String> disks) {
        try {
            Path logs = Files.createDirectories(lab.work().resolve(name));
            Host host = new Host(lab, root, name, address, disks, logs);
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
        List<String> command = new ArrayList<>(List.of(
                "sh",
                lab.work().resolve("host.sh").toString(),
                root.path().toString(),
                lab.directory().toString(),
                name,
                DISK));
        command.addAll(disks);
        Namespace booting = lab.namespace().holdInside(BOOT, logs.resolve("console.log"), command);
        power = booting;
        port.plug(booting.pid(), address);
        booting.tell("boot");
        init = Eventually.value(POWERED, () -> init(booting));
    }

    /** Process 1 of the host: the process that nspawn has started, by its number in its namespace. */
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

    /** Waits until systemd has finished the boot, possibly with failed units. */
    public void awaitBooted() {
        Eventually.value(UP, () -> {
            String state = run("systemctl", "is-system-running").text().strip();
            if (!state.equals("running") && !state.equals("degraded")) {
                throw new IllegalStateException(name + " is " + state);
            }
            return state;
        });
    }

    /**
     * Switches the host on and waits until it has booted and has its address, because the end of the boot does not
     * imply an address.
     */
    public Host boot() {
        switchOn();
        awaitBooted();
        run("/usr/lib/systemd/systemd-networkd-wait-online", "--timeout=" + UP.toSeconds())
                .orThrow();
        return this;
    }

    /** Reboots cleanly: systemd stops every unit, and the host boots again. */
    public void reboot() {
        goDown("reboot");
        boot();
    }

    /** Powers off cleanly: systemd stops every unit. */
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
     * Loses its power: every process ends at once, without a signal or a message to peers. Disks keep their written
     * data.
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

    /** Process 1; never another process of the machine that has reused its number. */
    private ProcessHandle init() {
        ProcessHandle running = init;
        if (power == null || running == null || !running.isAlive()) {
            throw new IllegalStateException(name + " is down");
        }
        return running;
    }

    // ---------- Faults

    /**
     * Pulls the cable out of the switch: nothing reaches the host, its interface loses the carrier, and peers get no
     * message.
     */
    public Fault pullCable() {
        return port.pull();
    }

    /** The switch forwards nothing to and from the host; its interface keeps the carrier. */
    public Fault isolate() {
        return port.isolate();
    }

    /**
     * Limits the bandwidth of the host in both directions.
     *
     * @param rate as tc writes it, such as {@code 256kbit}
     * @param longestDelay packets that would wait longer are dropped
     */
    public Fault slowNetwork(String rate, Duration longestDelay) {
        return port.slow(rate, longestDelay);
    }

    /**
     * Fills a disk of the host completely.
     *
     * @param directory on that disk
     */
    public Fault fillDisk(String directory) {
        String rest = directory + "/filler.rest";
        // Programs that go on writing meanwhile do not fail the first, quick part.
        Fault filled = leaveOnDisk(directory, 32);
        shell("! dd if=/dev/zero of=" + rest + " bs=4096 2> /dev/null").orThrow();
        return Fault.mendedBy(() -> {
            run("rm", "-f", rest).orThrow();
            filled.mend();
        });
    }

    /**
     * Fills a disk of the host except for some space.
     *
     * @param directory on that disk
     * @param megabytes what is left to programs that are not root's
     */
    public Fault leaveOnDisk(String directory, int megabytes) {
        if (disks.stream().noneMatch(Path.of(directory)::startsWith)) {
            throw new IllegalArgumentException(directory + " is not on a disk of " + name);
        }
        String file = directory + "/filler";
        shell("left=$(df --output=avail --block-size=1 " + directory + " | tail -n 1) && fallocate --length $((left - "
                        + megabytes + " * 1048576)) " + file)
                .orThrow();
        return Fault.mendedBy(() -> run("rm", "-f", file).orThrow());
    }

    /**
     * Freezes processes by name or command line: they keep their sockets and files and do nothing. Some of them may
     * have been killed before the fault ends.
     *
     * @param selector as pgrep takes it, such as {@code -x etcd}
     */
    public Fault freeze(String... selector) {
        signal("-STOP", selector).orThrow();
        return Fault.mendedBy(() -> signal("-CONT", selector));
    }

    /** Removes a program, so that it cannot be started; running processes go on. */
    public Fault withoutProgram(String path) {
        run("chmod", "a-x", path).orThrow();
        return Fault.mendedBy(() -> run("chmod", "a+x", path).orThrow());
    }

    /** Kills processes by name or command line. */
    public void kill(String... selector) {
        signal("-KILL", selector).orThrow();
    }

    private Output signal(String signal, String... selector) {
        List<String> command = new ArrayList<>(List.of("pkill", signal));
        command.addAll(List.of(selector));
        return run(command.toArray(String[]::new));
    }

    /**
     * Restarts a unit with another clock from libfaketime; the end of the fault puts that clock right and restarts
     * nothing. Programs that do not read the clock through the C library, such as programs in Go, keep the right one.
     *
     * @param offset as libfaketime writes it, such as {@code +1d}
     */
    public Fault shiftClock(String unit, String offset) {
        String file = "/run/systemd/system/" + unit + ".d/clock.conf";
        String clock = "/run/clock-of-" + unit;
        shell("mkdir -p $(dirname " + file + ") && echo '" + offset + "' > " + clock
                        + " && printf '[Service]\\nEnvironment=LD_PRELOAD=%s FAKETIME_TIMESTAMP_FILE=" + clock
                        + " FAKETIME_CACHE_DURATION=1 FAKETIME_DONT_FAKE_MONOTONIC=1\\n'"
                        + " \"$(ls /usr/lib/*/faketime/libfaketime.so.1)\" > " + file + " && systemctl daemon-reload")
                .orThrow();
        unit(unit).restart();
        return Fault.mendedBy(() -> shell("echo +0 > " + clock + " && rm " + file + " && systemctl daemon-reload")
                .orThrow());
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

    /** The path of a file of the running host for this process. */
    public Path path(String file) {
        return Path.of("/proc/" + init().pid() + "/root" + file);
    }

    /** Directory of the host's console and journal on this machine. */
    public Path logs() {
        return logs;
    }

    /** Copies the journal to the logs, and switches the host off as a power loss does. */
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

    /** Runs outside of the host, because the host may be down. */
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
