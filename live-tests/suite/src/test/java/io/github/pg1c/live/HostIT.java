package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A test host must not be kinder to a unit than systemd is: otherwise a bundle that cannot start would pass. */
@Tag("newest")
class HostIT {

    private static final Path WORK = Path.of("target/live/test-host");
    private static final Duration SOON = Duration.ofSeconds(10);
    private static Network network;
    private static Host alpha;
    private static Host beta;

    @BeforeAll
    static void boot() {
        DebianRoot root = DebianRoot.of(DebianRelease.DEBIAN_13, System.getenv(), Path.of("target/live"));
        network = Network.open(WORK);
        alpha = Host.boot("alpha", root, WORK);
        beta = Host.boot("beta", root, WORK);
        network.plug(alpha, "10.77.250.1");
        network.plug(beta, "10.77.250.2");
    }

    @AfterAll
    static void shutDown() {
        alpha.close();
        beta.close();
        network.close();
    }

    @Test
    void isApartFromTheMachine() {
        assertThat(alpha.run("hostname").orThrow()).isEqualTo("alpha");
        assertThat(alpha.shell("cat /proc/1/comm").orThrow()).isEqualTo("cat");
        assertThat(alpha.shell("touch /usr/bin/only-here").succeeded()).isTrue();
        assertThat(beta.shell("test -e /usr/bin/only-here").succeeded()).isFalse();
        assertThat(alpha.run("sysctl", "-w", "vm.overcommit_memory=2").succeeded())
                .isFalse();
    }

    @Test
    void losesItsCableAndGetsItBack() {
        assertThat(alpha.shell(connectTo("10.77.250.2")).text()).contains("refused");

        network.pull(beta);
        assertThat(alpha.shell(connectTo("10.77.250.2")).text()).doesNotContain("refused");

        network.putBack(beta);
        assertThat(alpha.shell(connectTo("10.77.250.2")).text()).contains("refused");
    }

    private static String connectTo(String address) {
        return "LC_ALL=C timeout 2 python3 -c \"import socket; socket.create_connection(('" + address
                + "', 9))\" 2>&1 | tail -n 1";
    }

    @Test
    void runsAServiceAsItsUserWithItsLimitsDirectoriesAndVariables() throws IOException {
        write(alpha, "/etc/some.env", "# a comment\nFIRST='a b'\nSECOND=\"say \\\"hi\\\"\"\nTHIRD=plain\\\\x\n");
        unit(alpha, "worker.service", """
                User=postgres
                RuntimeDirectory=worker
                RuntimeDirectoryMode=0750
                LimitNOFILE=4321
                UMask=0077
                EnvironmentFile=/etc/some.env
                EnvironmentFile=-/etc/missing.env
                Environment="WORDS=one two" SINGLE=x
                ExecStartPre=/bin/sh -c 'id -un > /run/worker/pre'
                ExecStart=/bin/sh -c 'umask; ulimit -n; pwd; printf "%%s\\n" "$$FIRST" "$$SECOND" "$$THIRD" "$@"; exec sleep 100' sh $WORDS ${WORDS}
                """);
        RunningUnit worker = alpha.start("worker.service").awaitReady();
        Path log = alpha.logs().resolve("worker.service.log");
        Eventually.holds(
                SOON,
                () -> assertThat(Files.readAllLines(log))
                        .containsExactly(
                                "0077", "4321", "/", "a b", "say \"hi\"", "plain\\x", "one", "two", "one two"));
        assertThat(alpha.shell("cat /run/worker/pre; stat -c '%U %G %a' /run/worker")
                        .orThrow())
                .isEqualTo("postgres\npostgres postgres 750");
        worker.stop();
        assertThat(alpha.run("pgrep", "-ax", "sleep").text()).isEmpty();
    }

    @Test
    void waitsForAServiceThatNotifies() throws IOException {
        unit(alpha, "silent.service", "Type=notify\nTimeoutStartSec=1s\nExecStart=/bin/sleep 100\n");
        RunningUnit silent = alpha.start("silent.service");
        assertThatThrownBy(silent::awaitReady).hasMessageContaining("did not say READY=1 within 1 s");

        String program = "import os, socket, time; s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); "
                + "s.sendto(b'READY=1', os.environ['NOTIFY_SOCKET']); time.sleep(100)";
        write(alpha, "/opt/notify.py", program);
        unit(alpha, "speaking.service", "Type=notify\nExecStart=/usr/bin/python3 /opt/notify.py\n");
        alpha.start("speaking.service").awaitReady().stop();

        unit(
                alpha,
                "child.service",
                "Type=notify\nTimeoutStartSec=2s\nExecStart=/bin/sh -c '/usr/bin/python3 /opt/notify.py; true'\n");
        assertThatThrownBy(() -> alpha.start("child.service").awaitReady())
                .as("only the main process may notify")
                .hasMessageContaining("did not say READY=1");
    }

    @Test
    void refusesADirectiveThatItDoesNotUnderstand() throws IOException {
        unit(alpha, "odd.service", "ExecStart=/bin/sleep 1\nRootImage=/some.img\n");
        assertThatThrownBy(() -> alpha.start("odd.service").awaitReady()).hasMessageContaining("RootImage");
    }

    @Test
    void restartsAFailedServiceUntilTheLimit() throws IOException {
        unit(alpha, "failing.service", "Restart=on-failure\nRestartSec=10ms\nExecStart=/bin/sh -c 'exit 3'\n");
        RunningUnit failing = alpha.start("failing.service");
        failing.await(event -> event.contains("more than 5 times"), "stopped for good");
        assertThat(failing.events())
                .filteredOn(event -> event.equals("restarting ended with 3"))
                .hasSize(5);

        unit(alpha, "clean.service", "Restart=on-failure\nExecStart=/bin/true\n");
        RunningUnit clean = alpha.start("clean.service");
        clean.await(event -> event.equals("failed ended with 0"), "ended");
    }

    @Test
    void killsWhatTheKillModeSays() throws IOException {
        String command = "ExecStart=/bin/sh -c 'sleep 101 & exec sleep 100'\n";
        unit(alpha, "process.service", "KillMode=process\n" + command);
        startedAndStopped("process.service");
        assertThat(alpha.run("pgrep", "-fx", "sleep 100").succeeded()).isFalse();
        assertThat(alpha.run("pkill", "-fx", "sleep 101").succeeded()).isTrue();

        unit(alpha, "group.service", command);
        startedAndStopped("group.service");
        assertThat(alpha.run("pgrep", "-ax", "sleep").text()).isEmpty();
    }

    private static void startedAndStopped(String unit) {
        RunningUnit running = alpha.start(unit).awaitReady();
        Eventually.holds(
                SOON,
                () -> assertThat(alpha.run("pgrep", "-cfx", "sleep 10[01]").orThrow())
                        .isEqualTo("2"));
        running.stop();
    }

    @Test
    void protectsTheFilesThatTheUnitProtects() throws IOException {
        unit(alpha, "strict.service", """
                ProtectSystem=strict
                StateDirectory=allowed
                PrivateTmp=true
                NoNewPrivileges=true
                CapabilityBoundingSet=
                ExecStart=/bin/sh -c 'touch /var/lib/allowed/a /tmp/a && ! touch /etc/a && ! touch /run/a && exec sleep 100'
                """);
        RunningUnit strict = alpha.start("strict.service").awaitReady();
        Eventually.holds(
                SOON,
                () -> assertThat(alpha.shell("pgrep -fx 'sleep 100'").succeeded())
                        .isTrue());
        assertThat(alpha.shell("test -e /var/lib/allowed/a && ! test -e /tmp/a").succeeded())
                .isTrue();
        strict.stop();
    }

    private static void unit(Host host, String name, String service) throws IOException {
        write(host, "/etc/systemd/system/" + name, "[Unit]\nDescription=Test\n\n[Service]\n" + service);
    }

    private static void write(Host host, String path, String text) throws IOException {
        Files.createDirectories(host.path(path).getParent());
        Files.writeString(host.path(path), text);
    }
}
