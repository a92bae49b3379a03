package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.pki.RevocationReason;
import io.github.pg1c.pki.store.CertificateStatus;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.PkiChange;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A revoked certificate is refused by every program that checks a list, its successor is accepted, and a writing client
 * notices nothing.
 */
@ExtendWith(BootedCluster.class)
@Order(21)
@Tag("newest")
class RevocationIT {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ASKS_FOR_A_PASSWORD = "no password supplied";

    @Test
    void revokedCertificatesAreRefused(LiveCluster live) throws Exception {
        Set<String> operators = Set.of("operator/etcd-client", "operator/patroni-client");
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            ClusterPki pki = live.pki();
            Set<BigInteger> lost = serials(pki, operators);
            pki.renew(operators, CLOCK, RANDOM);
            PkiChange first = pki.revoke(lost, RevocationReason.SUPERSEDED, CLOCK, RANDOM);
            assertThat(new NodeDelivery(live)
                            .with(first.deliver())
                            .with(live.generateAgain())
                            .bring())
                    .as("the first list changes etcd's configuration")
                    .isEqualTo(NodeDelivery.everyEtcd(live));
            live.reconnect();
            TlsClients stolen = TlsClients.operator(live);
            stolen.awaitTakenBy(live, TlsClients.asking(live));

            PkiChange second = revoke(pki, operators);

            assertThat(new NodeDelivery(live).with(second.deliver()).bring()).isEmpty();
            live.reconnect();
            // Python has no revocation list for the REST API.
            stolen.awaitTakenBy(
                    live,
                    TlsClients.asking(live).stream()
                            .filter(port -> port.endsWith(" patroni"))
                            .collect(Collectors.toSet()));
            assertThat(TlsClients.operator(live).takenBy(live))
                    .as("the successors")
                    .isEqualTo(TlsClients.asking(live));
            writer.assertUndisturbed();
        }
    }

    @Test
    void haproxySendsNobodyToAMemberWhoseCertificateIsRevoked(LiveCluster live) throws Exception {
        String member = live.asynchronousStandby();
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            ClusterPki pki = live.pki();
            PkiChange revoked = revoke(pki, member + PatroniPaths.TLS + "/rest");
            NodeDelivery everything =
                    new NodeDelivery(live).with(revoked.deliver()).with(live.generateAgain());
            live.nodes(NodeRole.HAPROXY).parallelStream().map(live::host).forEach(balancer -> {
                live.install(balancer).orThrow();
                balancer.unit("haproxy.service").reload();
            });
            awaitServers(live, member, "DOWN");

            everything.bring();

            awaitServers(live, member, "UP");
            writer.assertUndisturbed();
        }
    }

    @Test
    void aStandbyFollowsNoServerWhoseCertificateIsRevoked(LiveCluster live) throws Exception {
        String standby = live.asynchronousStandby();
        String server = live.synchronousStandby();
        assertThat(answerTo(live, standby, server)).as("before").contains(ASKS_FOR_A_PASSWORD);
        try (UndisturbedWriter writer = UndisturbedWriter.start(live)) {
            ClusterPki pki = live.pki();
            PkiChange revoked = revoke(pki, server + PatroniPaths.TLS + "/postgresql");
            NodeDelivery everything =
                    new NodeDelivery(live).with(revoked.deliver()).with(live.generateAgain());
            live.install(live.host(standby)).orThrow();
            live.host(standby).unit("patroni.service").reload();
            Eventually.holds(
                    SOON, () -> assertThat(answerTo(live, standby, server)).contains("certificate verify failed"));
            assertThat(answerTo(live, standby, live.leader()))
                    .as("the same list says nothing against the leader")
                    .contains(ASKS_FOR_A_PASSWORD);

            everything.bring();

            Eventually.holds(
                    SOON, () -> assertThat(answerTo(live, standby, server)).contains(ASKS_FOR_A_PASSWORD));
            writer.assertUndisturbed();
        }
    }

    /** The message of libpq for a connection like the one from a standby to its primary, but without a password. */
    private static String answerTo(LiveCluster live, String standby, String server) throws SQLException {
        String primary = Sql.run(live, standby, "show primary_conninfo");
        return live.host(standby)
                .run(
                        "runuser",
                        "-u",
                        "postgres",
                        "--",
                        "psql",
                        "--no-password",
                        "--command",
                        "IDENTIFY_SYSTEM",
                        primary + " replication=true passfile=/dev/null host=" + live.address(server))
                .text();
    }

    private static PkiChange revoke(ClusterPki pki, String id) {
        return revoke(pki, Set.of(id));
    }

    private static PkiChange revoke(ClusterPki pki, Set<String> ids) {
        return pki.revoke(serials(pki, ids), RevocationReason.KEY_COMPROMISE, CLOCK, RANDOM);
    }

    private static Set<BigInteger> serials(ClusterPki pki, Set<String> ids) {
        return pki.report(CLOCK).stream()
                .filter(row -> ids.contains(row.id()))
                .map(CertificateStatus::serial)
                .map(serial -> serial.orElseThrow())
                .collect(Collectors.toSet());
    }

    /** Waits until each HAProxy has the member's server of the entrance for reading in this state. */
    private static void awaitServers(LiveCluster live, String member, String state) {
        for (Node balancer : live.nodes(NodeRole.HAPROXY)) {
            String page = "https://" + LiveCluster.address(balancer) + ":"
                    + live.cluster().haproxy().statisticsPort() + "/;csv";
            Eventually.holds(SOON, () -> {
                String rows = Command.run(
                                "curl",
                                "--silent",
                                "--max-time",
                                "5",
                                "--interface",
                                live.administrator(),
                                "--user",
                                "admin:" + live.generated().password("haproxy-stats"),
                                "--cacert",
                                live.generated().operator("ca.pem").toString(),
                                page)
                        .orThrow();
                Set<String> states = Stream.of(rows.split("\n"))
                        .map(row -> row.split(","))
                        .filter(row -> row.length > 17 && row[1].equals(member))
                        .map(row -> row[17])
                        .collect(Collectors.toSet());
                if (state.equals("UP")) {
                    assertThat(states).contains(state);
                } else {
                    assertThat(states).containsExactly(state);
                }
            });
        }
    }
}
