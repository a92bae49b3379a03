package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.HistoryEntry;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.MemberStatus;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.operation.CancelOutcome;
import io.github.pg1c.patroni.operation.Candidate;
import io.github.pg1c.patroni.operation.ConfigOutcome;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.Failover;
import io.github.pg1c.patroni.operation.Hindrance;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.PauseOutcome;
import io.github.pg1c.patroni.operation.RefusalReason;
import io.github.pg1c.patroni.operation.Refused;
import io.github.pg1c.patroni.operation.Reinitialize;
import io.github.pg1c.patroni.operation.ReinitializeOutcome;
import io.github.pg1c.patroni.operation.ReloadOutcome;
import io.github.pg1c.patroni.operation.Restart;
import io.github.pg1c.patroni.operation.RestartOutcome;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.patroni.testkit.ClientCertificates;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a cluster as the client sees it, on each release that the test kit simulates. */
@Timeout(60)
class ReleasesTest {

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void everythingIsRead(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            patroni.failOver("node2");

            ClusterState cluster = client.cluster();
            assertThat(cluster.leader().map(Member::name)).contains("node2");
            assertThat(cluster.members()).filteredOn(cluster::follows).hasSize(2);
            assertThat(client.history()).extracting(HistoryEntry::timeline).containsExactly(1);
            assertThat(client.failsafe()).isEmpty();
            assertThat(client.configuration().loopWait()).hasSeconds(10);
            assertThat(client.survey().disagreements()).isEmpty();
            assertThat(client.capabilities().lowest()).contains(version(release));

            URI leader = patroni.member("node2").uri();
            MemberStatus status = client.member(leader);
            assertThat(status.role().isLeader()).isTrue();
            assertThat(status.replication()).hasSize(2);
            assertThat(client.health(leader, HealthCheck.PRIMARY).isHealthy()).isTrue();
            assertThat(client.health(leader, HealthCheck.REPLICA).explanation().en())
                    .contains(status.role().text())
                    .contains("it is no standby");
            assertThat(client.isReady(leader) && client.isAlive(leader)).isTrue();
            assertThat(client.metrics(leader).patroniVersion()).contains(version(release));
            assertThat(client.metrics(leader).value("patroni_postgres_server_version"))
                    .hasValue(170_006);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void leaderIsHandedOver(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            Switchover wish = Switchover.from("node1").to("node3");
            SwitchoverPlan plan = client.plan(wish);
            assertThat(plan.isSafe()).as(plan.toString()).isTrue();

            assertThat(client.switchover(wish)).isEqualTo(new SwitchoverOutcome.Completed("node3", Evidence.ANSWER));

            assertThat(client.awaitLeader(LeaderWait.forAny().toBe("node3").andStandbys(), event -> {}))
                    .isInstanceOf(LeaderOutcome.Reached.class);
            assertThat(client.cluster().member("node1").orElseThrow().timeline())
                    .hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void lostAnswerIsResolvedByObservation(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            patroni.next("POST /switchover", Reaction.drop().afterActing(), Reaction.drop());

            assertThat(client.switchover(Switchover.from("node1")))
                    .isEqualTo(new SwitchoverOutcome.Completed("node2", Evidence.OBSERVATION));
            assertThat(client.switchover(Switchover.from("node2"))).isInstanceOf(NoResponse.class);
            assertThat(patroni.writes()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void planNamesReasonsThatPatroniDoesNotReport(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            patroni.member("node2").tag("nofailover", true);
            patroni.member("node3").lag(64 << 20);
            Switchover wish = Switchover.from("node1");

            assertThat(client.plan(wish).candidates())
                    .flatExtracting(Candidate::hindrances)
                    .extracting(Hindrance::kind)
                    .containsExactly(Hindrance.Kind.NOFAILOVER, Hindrance.Kind.LAG);
            assertThat(client.switchover(wish))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.NO_GOOD_CANDIDATE));
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void scheduledSwitchoverIsSeenAndCancelled(PatroniRelease release) {
        OffsetDateTime at = OffsetDateTime.parse("2126-11-21T03:00:00+03:00");
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            Switchover wish = Switchover.from("node1").to("node2").at(at);

            assertThat(client.switchover(wish)).isEqualTo(new SwitchoverOutcome.Scheduled(at, Evidence.ANSWER));
            assertThat(client.cluster().scheduledSwitchover().orElseThrow().to())
                    .contains("node2");
            assertThat(client.switchover(Switchover.from("node1")))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.ALREADY_SCHEDULED));
            assertThat(client.cancelSwitchover()).isEqualTo(new CancelOutcome.Cancelled());
            patroni.runScheduledSwitchover();
            assertThat(patroni.leader()).contains("node1");
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void failoverOfASynchronousClusterDependsOnTheRelease(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            patroni.configuration("{\"synchronous_mode\": true}");

            SwitchoverOutcome outcome = client.failover(Failover.to("node3"));

            if (release == PatroniRelease.PATRONI_3_0) {
                assertThat(outcome).isInstanceOf(Refused.class);
                assertThat(patroni.writes()).isEmpty();
            } else {
                assertThat(outcome.isCompleted()).isTrue();
                assertThat(patroni.leader()).contains("node3");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void memberIsRestartedReloadedAndCopied(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            URI leader = patroni.member("node1")
                    .pendingRestart("max_connections", "100", "200")
                    .uri();
            URI standby = patroni.member("node2").uri();
            Restart pending = Restart.now().ifPending();

            assertThat(client.restart(standby, pending))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.CONDITIONS_NOT_MET));
            assertThat(client.restart(leader, pending.ifRole(Restart.RestartRole.PRIMARY)))
                    .isEqualTo(new RestartOutcome.Restarted(Evidence.ANSWER));
            assertThat(client.member(leader).is(MemberStatus.Condition.PENDING_RESTART))
                    .isFalse();
            patroni.next("POST /restart", Reaction.drop().afterActing());
            assertThat(client.restart(standby, Restart.now()))
                    .isEqualTo(new RestartOutcome.Restarted(Evidence.OBSERVATION));
            assertThat(client.reload(standby)).isEqualTo(new ReloadOutcome.Requested());
            assertThat(client.reinitialize(standby, Reinitialize.GENTLY)).isEqualTo(new ReinitializeOutcome.Started());
            assertThat(client.reinitialize(leader, Reinitialize.GENTLY))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(RefusalReason.IS_LEADER));
            assertThat(List.of(
                            patroni.member("node1").restarts(),
                            patroni.member("node2").restarts(),
                            patroni.member("node2").reloads(),
                            patroni.member("node2").reinitializations()))
                    .containsExactly(1, 2, 1, 1);
        }
    }

    @ParameterizedTest
    @EnumSource(PatroniRelease.class)
    void configurationIsChangedAndTheClusterPaused(PatroniRelease release) {
        try (PatroniSimulator patroni =
                        PatroniSimulator.builder().release(release).start();
                PatroniClient client = client(patroni)) {
            assertThat(client.configure(ConfigPatch.empty().parameter("work_mem", "64MB")))
                    .isInstanceOfSatisfying(
                            ConfigOutcome.Changed.class,
                            changed -> assertThat(changed.configuration().parameters())
                                    .containsEntry("work_mem", "64MB"));
            assertThat(client.configure(ConfigPatch.empty().set("10", "loop_wait")))
                    .isEqualTo(new ConfigOutcome.Unchanged());
            assertThat(client.pause(Duration.ofSeconds(5))).isEqualTo(new PauseOutcome.Reached());
            assertThat(client.cluster().paused()).isTrue();
            assertThat(client.resume(Duration.ofSeconds(5))).isEqualTo(new PauseOutcome.Reached());
            ConfigOutcome quorum = client.configure(ConfigPatch.empty().set("quorum", "synchronous_mode"));
            assertThat(quorum instanceof ConfigOutcome.Changed).isEqualTo(Feature.QUORUM_COMMIT.isIn(version(release)));
        }
    }

    @Test
    void oldestMemberOfAnUpgradeDecides() {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start();
                PatroniClient client = client(patroni)) {
            patroni.member("node3").release(PatroniRelease.PATRONI_3_0);

            assertThat(client.capabilities().lowest()).contains(new PatroniVersion(3, 0, 2));
            assertThat(client.capabilities().has(Feature.QUORUM_COMMIT)).isFalse();
        }
    }

    @Test
    void endpointThatHangsIsNotWaitedForAlone() {
        try (PatroniSimulator patroni = PatroniSimulator.builder().start();
                PatroniClient client = client(patroni)) {
            patroni.member("node1").always("GET /cluster", Reaction.hang());
            patroni.member("node2").always("GET /cluster", Reaction.cut());

            long began = System.nanoTime();
            assertThat(client.cluster().members()).hasSize(3);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void writesNeedCertificateAndPassword(@TempDir Path directory) throws IOException {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder().signedBy(authority).build();
        HeldCertificate node = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .signedBy(authority)
                .build();
        Path certificate = Files.writeString(directory.resolve("client.pem"), own.certificatePem());
        Path key = Files.writeString(directory.resolve("client-key.pem"), own.privateKeyPkcs8Pem());
        HandshakeCertificates server = new HandshakeCertificates.Builder()
                .heldCertificate(node)
                .addTrustedCertificate(authority.certificate())
                .build();
        try (PatroniSimulator patroni = PatroniSimulator.builder()
                .https(server.sslContext(), ClientCertificates.FOR_WRITES)
                .basicAuth("operator", "hunter2")
                .start()) {
            PatroniClientBuilder builder = PatroniClient.builder().trust(authority.certificate());
            patroni.uris().forEach(builder::endpoint);
            URI member = patroni.member("node1").uri();
            try (PatroniClient bare = builder.build()) {
                assertThat(bare.cluster().members()).hasSize(3);
                assertRefused(RefusalReason.CLIENT_CERTIFICATE_REQUIRED, bare.reload(member));
            }
            try (PatroniClient certified =
                    builder.clientCertificate(certificate, key).build()) {
                assertRefused(RefusalReason.NOT_AUTHENTICATED, certified.reload(member));
            }
            try (PatroniClient operator =
                    builder.basicAuth("operator", Secret.of("hunter2")).build()) {
                assertThat(operator.reload(member)).isEqualTo(new ReloadOutcome.Requested());
            }
        }
    }

    private static void assertRefused(RefusalReason reason, ReloadOutcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private static PatroniVersion version(PatroniRelease release) {
        return PatroniVersion.parse(release.version()).orElseThrow();
    }

    private static PatroniClient client(PatroniSimulator patroni) {
        PatroniClientBuilder builder = PatroniClient.builder().waiting(new FakeWaiting());
        new ArrayList<>(patroni.uris()).forEach(builder::endpoint);
        return builder.build();
    }
}
