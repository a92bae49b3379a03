package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.operation.Evidence;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.operation.SwitchoverPlan;
import io.github.pg1c.patroni.testkit.PatroniRelease;
import io.github.pg1c.patroni.testkit.PatroniSimulator;
import io.github.pg1c.patroni.testkit.Reaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documentation, between marks that {@link ExampleTextTest} compares with it. */
class ExampleTest {
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    private PatroniMock server;
    private PatroniClient patroni;

    @BeforeEach
    void start() throws IOException {
        server = new PatroniMock();
        patroni = server.client();
        server.on("GET /cluster", server.cluster("node1", ""));
        server.on("GET /config", PatroniMock.text(200, "{}"));
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void stop() {
        System.setOut(console);
        patroni.close();
        server.close();
    }

    @Test
    void leaderOverMutualTls() throws IOException {
        HeldCertificate ca =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate own = new HeldCertificate.Builder().signedBy(ca).build();
        HeldCertificate node = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(ca)
                .build();
        try (MockWebServer tls = new MockWebServer()) {
            tls.useHttps(new HandshakeCertificates.Builder()
                    .heldCertificate(node)
                    .addTrustedCertificate(ca.certificate())
                    .build()
                    .sslSocketFactory());
            tls.requireClientAuth();
            tls.enqueue(new MockResponse.Builder()
                    .body(Samples.read("cluster-4.0.7.json"))
                    .build());
            tls.start();
            URI uri = URI.create("https://localhost:" + tls.getPort());
            leader(
                    uri,
                    uri,
                    Files.writeString(directory.resolve("ca.pem"), ca.certificatePem()),
                    Files.writeString(directory.resolve("own.pem"), own.certificatePem()),
                    Files.writeString(directory.resolve("key.pem"), own.privateKeyPkcs8Pem()));
        }
        assertThat(printed()).isEqualTo("node1");
    }

    private static void leader(URI node1, URI node2, Path authority, Path certificate, Path key) {
        // example
        try (PatroniClient patroni = PatroniClient.builder()
                .endpoint(node1) // such as https://node1:8008
                .endpoint(node2)
                .trustPem(authority)
                .clientCertificate(certificate, key)
                .build()) {
            patroni.cluster().leader().ifPresent(leader -> System.out.println(leader.name()));
        }
        // end
    }

    @Test
    void safeSwitchover() {
        server.on("POST /switchover", PatroniMock.text(200, "Switched over to \"node3\" instead of \"node2\""));

        handOver();

        assertThat(printed()).isEqualTo("node3 leads, not node2");
        assertThat(server.writes()).hasSize(1);

        server.on("GET /cluster", server.cluster("node3", ""));
        assertThatIllegalStateException().isThrownBy(this::handOver).withMessage("the leader is node3, not node1\n");
        assertThat(server.writes()).hasSize(1);
    }

    private void handOver() {
        // example
        SwitchoverPlan plan = patroni.plan(Switchover.from("node1").to("node2"));
        if (!plan.isSafe()) {
            throw new IllegalStateException(plan.explanation().en());
        }
        SwitchoverOutcome outcome = patroni.switchover(plan.wish());
        if (outcome instanceof SwitchoverOutcome.CompletedElsewhere other) {
            System.out.println(other.actual() + " leads, not " + other.asked());
        }
        // end
    }

    @Test
    void leaderIsAwaited() {
        server.on("GET /cluster", server.cluster("node1", ""), server.cluster("", ""), server.cluster("node2", ""));

        await();

        assertThat(printed()).contains("NoLeader[]", "Leads[member=node2, state=running]");
        server.on("GET /cluster", server.cluster("node1", ""));
        assertThatIllegalStateException().isThrownBy(this::await).withMessage("the leader is node1");
    }

    private void await() {
        // example
        LeaderOutcome outcome = patroni.awaitLeader(
                LeaderWait.forAny().toBe("node2").andStandbys(), event -> System.out.println(event));
        if (outcome instanceof LeaderOutcome.NotReached not) {
            throw new IllegalStateException(Text.joined(", ", not.missing()).en());
        }
        // end
    }

    @Test
    void stateInTheBackground() {
        // example
        CompletableFuture<ClusterState> state = patroni.async(PatroniClient::cluster);
        // end
        assertThat(state.join().leader()).isPresent();
    }

    @Test
    void patch() {
        // example
        ConfigPatch patch = ConfigPatch.empty()
                .set(5, "loop_wait")
                .parameter("work_mem", "64MB")
                .remove("pause");
        // end
        assertThat(patch.json())
                .isEqualTo("{\"loop_wait\":5,\"postgresql\":{\"parameters\":{\"work_mem\":\"64MB\"}},\"pause\":null}");
    }

    @Test
    void fleet() {
        Map<String, List<URI>> endpoints =
                new TreeMap<>(Map.of("main", List.of(server.uri()), "gone", List.of(URI.create("http://127.0.0.1:1"))));

        states(endpoints);

        assertThat(printed().lines()).hasSize(2);
        assertThat(printed()).startsWith("gone: Unknown[").contains("\nmain: Known[");
    }

    private void states(Map<String, List<URI>> endpoints) {
        // example
        Map<String, PatroniClient> clusters = new TreeMap<>();
        endpoints.forEach((name, uris) -> clusters.put(name, patroni.at(uris)));
        try (Fleet fleet = new Fleet(clusters, 16)) {
            fleet.states().forEach((name, answer) -> System.out.println(name + ": " + answer));
        }
        // end
    }

    @Test
    void lostAnswerOfASimulatedCluster() {
        // example
        try (PatroniSimulator cluster = PatroniSimulator.builder()
                        .release(PatroniRelease.PATRONI_4_0)
                        .start();
                PatroniClient client = PatroniClient.builder()
                        .endpoint(cluster.member("node1").uri())
                        .build()) {
            cluster.member("node2").lag(64 << 20);
            cluster.next("POST /switchover", Reaction.drop().afterActing());

            SwitchoverOutcome outcome = client.switchover(Switchover.from("node1"));

            assertThat(outcome).isEqualTo(new SwitchoverOutcome.Completed("node3", Evidence.OBSERVATION));
            assertThat(cluster.leader()).contains("node3");
        }
        // end
    }

    @Test
    void ownOkHttpClient() {
        URI endpoint = server.uri();
        OkHttpClient application = new OkHttpClient();
        // example
        try (PatroniClient patroni = PatroniClient.builder()
                .endpoint(endpoint)
                .okHttpClient(application)
                .build()) {
            System.out.println(patroni.cluster().members().size());
        }
        // end
        assertThat(printed()).isEqualTo("3");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8).strip();
    }
}
