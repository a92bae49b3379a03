package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Fault;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Journal;
import io.github.pg1c.live.lab.Unit;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hosts go down and come back without manual starts. */
@ExtendWith(BootedCluster.class)
@Order(30)
class RebootIT {

    /** Limit for a shutdown, a boot, and the member's return. */
    private static final Duration RETURN = Duration.ofMinutes(3);
    /** Limit for a unit to become active once its dependencies are there. */
    private static final Duration BY_ITSELF = Duration.ofMinutes(1);
    /** Limit for etcd, Patroni and the entrances to find each other after the boot of all hosts. */
    private static final Duration TOGETHER = Duration.ofSeconds(90);
    /** Longer than any interval of systemd's limit of starts, and than a switch needs to start. */
    private static final Duration LATE = Duration.ofSeconds(140);

    /** A test that failed leaves the others a cluster. */
    @AfterEach
    void everyUnitRuns(LiveCluster live) {
        live.hosts().forEach(Host::awaitBooted);
        live.hosts().forEach(host -> live.units(host).forEach(LiveCluster::revive));
        live.awaitHealthy(RETURN);
    }

    @Test
    @Tag("oldest")
    void eachHostIsRebootedWhileAClientWrites(LiveCluster live) throws SQLException {
        Node balancer = live.nodes(NodeRole.HAPROXY).get(1);
        for (Host host : live.hosts()) {
            if (host != live.host(balancer)) {
                Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
                try (writer) {
                    awaitWrites(writer);
                    host.reboot();
                    awaitUnits(List.of(host), live);
                    live.awaitHealthy(RETURN);
                    awaitWrites(writer);
                }
                System.out.printf("reboot of %s: %s%n", host, writer.verdict().figures());
                assertThat(writer.verdict().anomalies()).isEmpty();
            }
        }
        live.host(balancer).reboot();
        awaitUnits(List.of(live.host(balancer)), live);
        live.awaitHealthy(RETURN);
    }

    @Test
    void theKernelHasItsSettingsAfterAReboot(LiveCluster live) throws IOException {
        for (NodeRole role : List.of(NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)) {
            Host host = live.host(live.nodes(role).get(0));
            TreeMap<String, String> settings = new TreeMap<>();
            for (String line : Files.readAllLines(host.path("/etc/sysctl.d/90-pg1c.conf"))) {
                String[] words = line.split(" = ");
                if (words.length == 2 && !line.startsWith("#")) {
                    settings.put(words[0].replaceFirst("^-", ""), words[1]);
                }
            }
            assertThat(settings).isNotEmpty();
            settings.forEach((key, value) -> {
                String file = "/proc/sys/" + key.replace('.', '/');
                if (Files.exists(Path.of(file))) {
                    assertThat(host.run("cat", file).orThrow())
                            .as("%s on %s", key, host)
                            .isEqualTo(value);
                }
            });
        }
        Host member = live.host(live.leader());
        for (String file : List.of("enabled", "defrag")) {
            assertThat(member.run("cat", "/sys/kernel/mm/transparent_hugepage/" + file)
                            .orThrow())
                    .isEqualTo("never");
        }
    }

    @Test
    void allHostsLoseTheirPowerAtOnce(LiveCluster live) throws SQLException {
        Node balancer = live.nodes(NodeRole.HAPROXY).get(0);
        Writer writer = Writer.start(live.infobase(), LiveCluster.address(balancer), live.writePort());
        try (writer) {
            awaitWrites(writer);
            live.hosts().forEach(Host::losePower);
            live.hosts().forEach(Host::switchOn);
            live.hosts().forEach(Host::awaitBooted);
            awaitUnits(live.hosts(), live);
            live.awaitHealthy(RETURN);
            awaitWrites(writer);
        }
        System.out.println("all hosts lost their power: " + writer.verdict().figures());
        assertThat(writer.verdict().anomalies()).isEmpty();
    }

    @Test
    void allUnitsComeUpByThemselvesWhenTheSwitchIsLate(LiveCluster live) throws InterruptedException {
        live.hosts().forEach(Host::powerOff);
        List<Fault> deadSwitch = live.hosts().stream().map(Host::pullCable).toList();
        try {
            live.hosts().forEach(Host::switchOn);
            TimeUnit.SECONDS.sleep(LATE.toSeconds());
            deadSwitch.forEach(Fault::mend);
            live.hosts().forEach(Host::awaitBooted);
            awaitUnits(live.hosts(), live);
            live.awaitHealthy(TOGETHER);
        } finally {
            deadSwitch.forEach(Fault::mend);
        }
    }

    @Test
    void aMemberWaitsForADiskThatIsLate(LiveCluster live) {
        Host host = live.host(live.asynchronousStandby());
        waitsForItsDisk(
                live,
                host.unit("patroni.service"),
                host,
                "/var/lib/postgresql/" + live.cluster().postgresql().version());
    }

    @Test
    @Tag("newest")
    void etcdWaitsForADiskThatIsLate(LiveCluster live) {
        Host host = live.host(live.nodes(NodeRole.ETCD).get(2));
        waitsForItsDisk(live, host.unit("etcd.service"), host, "/var/lib");
    }

    /** The host boots without the disk that its table of file systems has at the place; it comes while the host runs. */
    private static void waitsForItsDisk(LiveCluster live, Unit unit, Host host, String place) {
        host.shell("echo 'LABEL=late " + place + " ext4 nofail,x-systemd.device-timeout=1s' >> /etc/fstab")
                .orThrow();
        try {
            Journal.Mark before = host.journal().mark();
            host.reboot();
            before.awaitWords(BY_ITSELF, unit.name(), "not mounted: " + place);
            assertThat(unit.isActive()).isFalse();
            host.run("mount", "--rbind", place, place).orThrow();
            unit.awaitActive(BY_ITSELF);
            live.awaitHealthy(RETURN);
        } finally {
            host.shell("sed -i '/^LABEL=late/d' /etc/fstab && systemctl daemon-reload")
                    .orThrow();
        }
        host.reboot();
        live.awaitHealthy(RETURN);
    }

    /** Waits until the client has written after this call; it may not know yet that its connection is gone. */
    private static void awaitWrites(Writer writer) {
        int before = writer.acknowledged().size();
        Eventually.holds(
                Writer.ANSWER.plus(RETURN),
                () -> assertThat(writer.acknowledged()).hasSizeGreaterThan(before));
    }

    private static void awaitUnits(List<Host> hosts, LiveCluster live) {
        for (Host host : hosts) {
            for (Unit unit : live.units(host)) {
                unit.awaitActive(BY_ITSELF);
            }
        }
    }
}
