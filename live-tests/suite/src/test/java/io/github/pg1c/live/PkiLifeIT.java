package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.etcd.EtcdPaths;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.store.RotationPhase;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import io.github.pg1c.secrets.PkiRotation;
import java.math.BigInteger;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The certificates of a running cluster are renewed and replaced without effect on a writing client. */
@ExtendWith(BootedCluster.class)
@Order(20)
@Tag("oldest")
class PkiLifeIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration SOON = Duration.ofSeconds(30);

    @Test
    void renewalReachesEveryPortWithoutARestart(LiveCluster live) throws SQLException {
        Map<String, BigInteger> before = ServedPort.awaitServed(live);
        Map<String, String> processes = processes(live);
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            ClusterPki pki = live.pki();
            Set<String> all = pki.plan().certificates().stream()
                    .map(CertificatePlan.Certificate::id)
                    .collect(Collectors.toSet());

            PkiChange renewed = pki.renew(all, CLOCK, RANDOM);

            assertThat(new NodeDelivery(live).with(renewed.deliver()).bring()).isEmpty();
            live.reconnect();
            Map<String, BigInteger> after = ServedPort.awaitServed(live);
            assertThat(after.values()).doesNotContainAnyElementsOf(before.values());
            writer.assertUndisturbed();
        }
        assertThat(processes(live)).isEqualTo(processes);
    }

    @Test
    void renewalOfTheAuthoritiesKeepsWhatTheyIssued(LiveCluster live) throws SQLException {
        Map<String, BigInteger> before = ServedPort.awaitServed(live);
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            PkiChange renewed = live.pki()
                    .renew(
                            ClusterPki.authorities().stream()
                                    .map(name -> "ca/" + name)
                                    .collect(Collectors.toSet()),
                            CLOCK,
                            RANDOM);

            assertThat(new NodeDelivery(live).with(renewed.deliver()).bring()).isEqualTo(NodeDelivery.everyEtcd(live));
            live.reconnect();
            assertThat(ServedPort.awaitServed(live)).isEqualTo(before);
            writer.assertUndisturbed();
        }
    }

    @Test
    void keysOfBothAuthoritiesAreReplacedInThreePhases(LiveCluster live) throws Exception {
        Map<String, BigInteger> before = ServedPort.awaitServed(live);
        TlsClients former = TlsClients.certifiedBy(live, "");
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            NodeDelivery trust = step(live, RotationPhase.TRUSTED);
            TlsClients coming = TlsClients.certifiedBy(live, "next");
            assertThat(coming.takenBy(live)).as("before the delivery").isEmpty();
            Node first = live.nodes(NodeRole.ETCD).get(0);
            live.install(live.host(first)).orThrow();
            assertThat(coming.takenBy(live)).as("etcd without its restart").isEmpty();
            assertThat(trust.bring()).isEqualTo(NodeDelivery.everyEtcd(live));
            coming.awaitTakenBy(live, TlsClients.asking(live));
            assertThat(former.takenBy(live)).isEqualTo(TlsClients.asking(live));
            assertThat(ServedPort.awaitServed(live))
                    .as("all but that of Patroni")
                    .containsAllEntriesOf(without(before, "patroni"));

            interrupted(live, ClusterPki.authorities().get(0), RotationPhase.REISSUED);
            assertThat(live.pki().phase(ClusterPki.authorities().get(0))).isEqualTo(RotationPhase.REISSUED);
            for (Node node : live.nodes(NodeRole.ETCD)) {
                live.install(live.host(node)).orThrow();
            }
            // Some members have certificates of one generation, some of the other.
            live.awaitHealthy(SOON);
            assertThat(step(live, RotationPhase.REISSUED)
                            .with(live.pki().certified(ClusterPki.authorities().get(0)))
                            .bring())
                    .isEmpty();
            live.reconnect();
            assertThat(ServedPort.awaitServed(live).values()).doesNotContainAnyElementsOf(before.values());
            assertThat(former.takenBy(live))
                    .as("the old ones are trusted still")
                    .isEqualTo(TlsClients.asking(live));

            assertThat(step(live, RotationPhase.SETTLED).bring()).isEqualTo(NodeDelivery.everyEtcd(live));
            live.reconnect();
            former.awaitTakenBy(live, Set.of());
            assertThat(coming.takenBy(live)).isEqualTo(TlsClients.asking(live));
            writer.assertUndisturbed();
        }
    }

    /** The oldest process of each service, which a reload leaves alone. */
    private static Map<String, String> processes(LiveCluster live) {
        Map<String, String> processes = new TreeMap<>();
        for (Host host : live.hosts()) {
            for (String pattern : List.of(
                    "^/usr/bin/etcd ",
                    LiveCluster.PATRONI,
                    "^/usr/lib/postgresql/",
                    "^/usr/sbin/pgbouncer ",
                    "^/usr/sbin/haproxy ")) {
                processes.put(
                        host + pattern, host.run("pgrep", "-o", "-f", pattern).text());
            }
        }
        assertThat(processes.values()).filteredOn(pid -> !pid.isBlank()).hasSize(3 + 3 * 3 + 2);
        return processes;
    }

    /** Takes the next phase with both authorities and returns the files to deliver. */
    private static NodeDelivery step(LiveCluster live, RotationPhase phase) {
        NodeDelivery delivery = new NodeDelivery(live);
        for (String authority : ClusterPki.authorities()) {
            PkiRotation step = live.pki().rotate(authority, phase, CLOCK, RANDOM);
            assertThat(step.rotation().phase()).isEqualTo(phase);
            assertThat(step.rotation().complete()).isTrue();
            delivery.with(step.change().deliver());
        }
        return delivery;
    }

    /**
     * A rotation in a separate process, which is killed after it has replaced a certificate of the second member of
     * etcd.
     */
    private static void interrupted(LiveCluster live, String authority, RotationPhase phase) throws Exception {
        Path watched = live.generated().secrets().resolve("nodes/etcd2/rootfs" + EtcdPaths.TLS);
        try (WatchService events = watched.getFileSystem().newWatchService()) {
            watched.register(events, StandardWatchEventKinds.ENTRY_CREATE);
            String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
            Process run = Command.builder(List.of(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-cp",
                            classes,
                            RotationRun.class.getName(),
                            live.generated().specification().toString(),
                            live.generated().secrets().resolveSibling("").toString(),
                            authority,
                            phase.name()))
                    .inheritIO()
                    .start();
            assertThat(events.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                    .as("the run has begun")
                    .isNotNull();
            run.destroyForcibly();
            assertThat(run.waitFor()).as("killed").isEqualTo(128 + 9);
        }
    }

    private static Map<String, BigInteger> without(Map<String, BigInteger> served, String service) {
        return served.entrySet().stream()
                .filter(entry -> !entry.getKey().endsWith(" " + service))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
