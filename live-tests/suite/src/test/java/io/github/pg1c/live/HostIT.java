package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.DebianRoot;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.live.lab.Lab;
import io.github.pg1c.live.lab.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Test hosts behave as hosts, and the laboratory's faults have their effect. */
@Tag("newest")
class HostIT {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String ALPHA = "10.78.250.1";
    private static final String BETA = "10.78.250.2";
    private static Lab lab;
    private static Host alpha;
    private static Host beta;
    private static Map<String, String> machinesBefore;

    @BeforeAll
    static void boot() {
        DebianRoot root = DebianRoot.of(DebianRelease.DEBIAN_13, System.getenv(), Path.of("target/live"));
        machinesBefore = machinesSettings();
        lab = Lab.open(Path.of("target/live/test-host"));
        lab.plugMachine(List.of("10.78.250.9"), "10.78.250.9");
        alpha = lab.host(root, "alpha", ALPHA, "/srv").boot();
        beta = lab.host(root, "beta", BETA).boot();
    }

    @AfterAll
    static void switchOff() {
        lab.close();
    }

    @Test
    void runsSystemdWithoutAFailedUnit() {
        assertThat(alpha.run("cat", "/proc/1/comm").orThrow()).isEqualTo("systemd");
        assertThat(alpha.run("systemctl", "is-system-running").text().strip())
                .as(alpha.run("systemctl", "--failed").text())
                .isEqualTo("running");
        assertThat(alpha.run("hostname").orThrow()).isEqualTo("alpha");
        assertThat(alpha.run("cat", "/etc/machine-id").orThrow())
                .isNotEqualTo(beta.run("cat", "/etc/machine-id").orThrow());
    }

    @Test
    void keepsItsFilesToItself() {
        alpha.run("touch", "/usr/bin/only-here").orThrow();
        assertThat(beta.run("test", "-e", "/usr/bin/only-here").succeeded()).isFalse();
        assertThat(Files.exists(Path.of("/usr/bin/only-here"))).isFalse();
    }

    @Test
    void keepsKernelSettingsToItselfAndAppliesThemAtBoot() throws IOException {
        Files.writeString(
                beta.path("/etc/sysctl.d/50-test.conf"), "vm.swappiness = 7\nnet.ipv4.tcp_keepalive_time = 77\n");
        beta.run("sysctl", "--write", "vm.nr_hugepages=3").orThrow();
        beta.reboot();

        assertThat(beta.run("sysctl", "--values", "vm.swappiness", "net.ipv4.tcp_keepalive_time")
                        .orThrow())
                .isEqualTo("7\n77");
        assertThat(beta.run("sysctl", "--values", "vm.nr_hugepages").orThrow())
                .as("not in a file that is read at boot")
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/vm/nr_hugepages")).strip());
        assertThat(machinesSettings()).isEqualTo(machinesBefore);
    }

    /** All kernel settings of this machine that a host could change, except those that change by themselves. */
    private static Map<String, String> machinesSettings() {
        Map<String, String> settings = new TreeMap<>();
        for (String line : Command.run("sysctl", "--all", "--pattern", "^(vm|fs|kernel)\\.")
                .text()
                .lines()
                .toList()) {
            String[] words = line.split(" = ", 2);
            if (words.length == 2 && !words[0].matches(".*(random\\.|nr$|-state|-nr|pty|ns_last_pid|sched|quota).*")) {
                settings.put(words[0], words[1]);
            }
        }
        assertThat(settings).containsKeys("vm.swappiness", "fs.file-max", "kernel.pid_max");
        return settings;
    }

    @Test
    void letsAnAdministratorInWhoMayUseSudo() throws IOException {
        assertThat(alpha.ssh("id -un; sudo id -un").orThrow()).isEqualTo("admin\nroot");
        Path directory = Files.createDirectories(Path.of("target/live/test-host/sent"));
        Files.writeString(directory.resolve("file"), "text");
        alpha.run("mkdir", "-p", "/root/received").orThrow();

        alpha.send(directory, "/root/received").orThrow();

        assertThat(alpha.run("cat", "/root/received/file").orThrow()).isEqualTo("text");
        assertThat(alpha.send(directory, "/root/missing").succeeded()).isFalse();
    }

    @Test
    void losesItsCarrierWithItsCable() {
        try (Fault cable = beta.pullCable()) {
            assertThat(beta.run("cat", "/sys/class/net/eth0/carrier").orThrow()).isEqualTo("0");
            assertThat(reaches(alpha, BETA)).isFalse();
        }
        Eventually.holds(SOON, () -> assertThat(reaches(alpha, BETA)).isTrue());
    }

    @Test
    void keepsItsCarrierWhenTheSwitchForwardsNothing() {
        try (Fault isolation = beta.isolate()) {
            assertThat(reaches(alpha, BETA)).isFalse();
            assertThat(beta.run("cat", "/sys/class/net/eth0/carrier").orThrow()).isEqualTo("1");
        }
        Eventually.holds(SOON, () -> assertThat(reaches(alpha, BETA)).isTrue());
    }

    @Test
    void hasANarrowLine() {
        String transfer = "head -c 300000 /dev/zero";
        try (Fault slow = beta.slowNetwork("1mbit", Duration.ofSeconds(1))) {
            long start = System.nanoTime();
            assertThat(beta.ssh(transfer).text()).hasSize(300_000);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("300 kB through 1 Mbit/s")
                    .isGreaterThan(Duration.ofSeconds(2));
        }
        assertThat(beta.ssh(transfer).text()).hasSize(300_000);
    }

    @Test
    void bootsWithoutANetworkAndGetsItLater() {
        beta.powerOff();
        assertThat(beta.isOn()).isFalse();
        assertThat(reaches(alpha, BETA)).isFalse();
        try (Fault deadSwitch = beta.pullCable()) {
            beta.switchOn();
            beta.unit("systemd-networkd.service").awaitActive(SOON);
            assertThat(beta.run("ip", "-brief", "-4", "address", "show", "eth0").text())
                    .doesNotContain(BETA);
        }
        beta.awaitBooted();
        Eventually.holds(SOON, () -> assertThat(reaches(alpha, BETA)).isTrue());
    }

    @Test
    void stopsItsUnitsAtARebootAndNotAtAPowerLoss() throws IOException {
        service(alpha, "witness", """
                ExecStart=/bin/sleep infinity
                ExecStopPost=/bin/touch /srv/stopped-in-order
                """);
        alpha.unit("witness.service").enableNow();

        alpha.losePower();
        assertThat(reaches(beta, ALPHA)).isFalse();
        alpha.boot();
        assertThat(alpha.unit("witness.service").isActive()).isTrue();
        assertThat(alpha.run("test", "-e", "/srv/stopped-in-order").succeeded()).isFalse();
        Eventually.holds(SOON, () -> assertThat(reaches(beta, ALPHA)).isTrue());

        alpha.reboot();
        assertThat(alpha.unit("witness.service").isActive()).isTrue();
        assertThat(alpha.run("test", "-e", "/srv/stopped-in-order").succeeded()).isTrue();
    }

    @Test
    void hasADiskThatCanBeFull() {
        assertThat(alpha.run("df", "--output=fstype", "/srv").orThrow()).endsWith("ext4");
        try (Fault full = alpha.fillDisk("/srv")) {
            assertThat(alpha.run("cp", "/etc/services", "/srv/file").text()).contains("No space left on device");
        }
        alpha.run("cp", "/etc/services", "/srv/file").orThrow();
    }

    @Test
    void freezesAProcess() throws IOException {
        service(alpha, "worker", "Type=exec\nExecStart=/bin/sleep 4321\n");
        alpha.unit("worker.service").start();
        try (Fault frozen = alpha.freeze("-f", "^/bin/sleep 4321")) {
            assertThat(processState()).startsWith("T");
        }
        assertThat(processState()).startsWith("S");
        alpha.unit("worker.service").stop();
    }

    private static String processState() {
        return alpha.shell("ps -o stat= -p $(pgrep -f '^/bin/sleep 4321')").orThrow();
    }

    @Test
    void givesOneUnitAnotherClock() throws IOException {
        service(alpha, "clock", "ExecStart=/bin/sh -c 'while :; do date +%%s > /run/seen; sleep 0.2; done'\n");
        try (Fault shifted = alpha.shiftClock("clock.service", "+1d")) {
            Eventually.holds(SOON, () -> assertThat(ahead()).isBetween(86_300L, 86_500L));
        }
        Eventually.holds(SOON, () -> assertThat(ahead()).isBetween(-100L, 100L));
        alpha.unit("clock.service").stop();
    }

    /** Seconds by which the unit's clock was ahead of the host's. */
    private static long ahead() {
        return Long.parseLong(
                alpha.shell("echo $(($(cat /run/seen) - $(date +%s)))").orThrow());
    }

    @Test
    void saysWhyAUnitDidNotStart() throws IOException {
        service(alpha, "broken", "ExecStart=/bin/sh -c 'echo the reason; exit 3'\nType=oneshot\n");
        Unit broken = alpha.unit("broken.service");
        Journal.Mark before = alpha.journal().mark();

        assertThatThrownBy(broken::start).hasMessageContaining("the reason").hasMessageContaining("status=3");
        before.awaitWords(SOON, "broken.service", "the reason");
        assertThat(alpha.journal().mark().since("broken.service")).isEmpty();
        broken.resetFailed();
    }

    @Test
    void findsTheFirstWordsOfAUnitAfterAMark() throws IOException {
        service(
                alpha,
                "talker",
                "ExecStart=/bin/sh -c 'trap \"echo the word\" USR1; echo ready; while :; do sleep 0.1; done'\n");
        Unit talker = alpha.unit("talker.service");
        Journal.Mark first = alpha.journal().mark();
        talker.start();
        // Earlier the signal would end it.
        first.awaitWords(SOON, "talker.service", "ready");
        Journal.Mark before = alpha.journal().mark();

        alpha.run("systemctl", "kill", "--kill-who=main", "--signal=USR1", "talker.service")
                .orThrow();

        before.awaitWords(SOON, "talker.service", "the word");
        talker.stop();
    }

    private static boolean reaches(Host from, String address) {
        return from.shell("timeout 2 bash -c '< /dev/tcp/" + address + "/22' 2> /dev/null")
                .succeeded();
    }

    private static void service(Host host, String name, String service) throws IOException {
        Files.writeString(
                host.path("/etc/systemd/system/" + name + ".service"),
                "[Unit]\nDescription=Test\n\n[Service]\n" + service + "\n[Install]\nWantedBy=multi-user.target\n");
        host.run("systemctl", "daemon-reload").orThrow();
    }
}
