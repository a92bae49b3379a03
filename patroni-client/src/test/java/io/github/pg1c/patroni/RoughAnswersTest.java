package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Lag;
import io.github.pg1c.patroni.internal.http.Answer;
import io.github.pg1c.patroni.internal.operation.OperationAnswer;
import io.github.pg1c.patroni.internal.operation.SwitchoverAnswer;
import io.github.pg1c.patroni.internal.reader.ClusterReader;
import io.github.pg1c.patroni.internal.reader.FailsafeReader;
import io.github.pg1c.patroni.internal.reader.HistoryReader;
import io.github.pg1c.patroni.internal.reader.MetricsReader;
import io.github.pg1c.patroni.internal.reader.StatusReader;
import io.github.pg1c.patroni.operation.Delivery;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoughAnswersTest {
    private static final URI ANY = URI.create("http://127.0.0.1:8008/any");

    private PatroniMock patroni;

    @BeforeEach
    void start() throws IOException {
        patroni = new PatroniMock();
    }

    @AfterEach
    void stop() {
        patroni.close();
    }

    @Test
    void aThousandMembersAreRead() {
        StringBuilder members = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            members.append(i == 0 ? "" : ",")
                    .append(patroni.member(
                            "node" + i,
                            i == 0 ? "leader" : "replica",
                            i == 0 ? "running" : "streaming",
                            ", \"lag\": " + i + ", \"tags\": {\"number\": " + i + "}"));
        }
        patroni.on("GET /cluster", PatroniMock.text(200, "{\"members\": [" + members + "]}"));
        try (PatroniClient client = patroni.client()) {
            ClusterState cluster = client.cluster();

            assertThat(cluster.members()).hasSize(1000);
            assertThat(cluster.member("node999").orElseThrow().lag()).isEqualTo(new Lag.Bytes(999));
        }
    }

    @Test
    void slowAnswerIsLimitedAsAWhole() {
        patroni.on(
                "GET /cluster",
                new MockResponse.Builder()
                        .body("{\"members\": [" + " ".repeat(10_000) + "]}")
                        .throttleBody(1, 20, TimeUnit.MILLISECONDS)
                        .build());
        try (PatroniClient client =
                patroni.builder().readTimeout(Duration.ofMillis(300)).build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("no answer");
        }
    }

    @Test
    void timeoutIsChosenForACall() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PatroniClient client = PatroniClient.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .readTimeout(Duration.ofDays(1))
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(
                            () -> client.withReadTimeout(Duration.ofMillis(100)).cluster());
        }
    }

    @Test
    void connectionCutInTheBodyOfAWriteLeavesItOpen() {
        patroni.on("GET /cluster", patroni.cluster("node1", ""));
        patroni.on(
                "POST /switchover",
                new MockResponse.Builder()
                        .body("Successfully switched over to \"node2\"")
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .build());
        try (PatroniClient client = patroni.client()) {
            assertThat(client.switchover(Switchover.from("node1")))
                    .isInstanceOfSatisfying(
                            NoResponse.class,
                            silent -> assertThat(silent.delivery()).isEqualTo(Delivery.MAYBE_SENT));
        }
        assertThat(patroni.writes()).hasSize(1);
    }

    @Test
    void truncatedAnswerOfAWriteIsNotTakenAsComplete() throws IOException {
        // Without a length, a name that breaks off shows by its missing quote.
        OperationAnswer cut = OperationAnswer.of(
                new Answer(ANY, 200, "OK", "Successfully switched over to \"node".getBytes(StandardCharsets.UTF_8)));

        assertThat(SwitchoverAnswer.read(cut, Switchover.from("node1"))).isNull();
    }

    @Test
    void hangingFirstEndpointDoesNotDelayTheOthers() throws IOException {
        patroni.on("GET /cluster", patroni.cluster("node1", ""));
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PatroniClient client = PatroniClient.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .endpoint(patroni.uri())
                        .readTimeout(Duration.ofDays(1))
                        .build()) {
            assertThat(client.cluster().leader()).isPresent();
        }
    }

    @Test
    void readersFailOnlyWithTheirException() {
        Random random = new Random(1);
        String[] samples = {
            Samples.read("cluster-4.1.4.json"),
            Samples.read("patroni-4.1.4.json"),
            "[[1, 67108864, \"no recovery target specified\", \"2026-11-20T12:00:00+00:00\", \"node2\"]]"
        };
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = samples[i % samples.length].getBytes(StandardCharsets.UTF_8);
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            tolerated(bytes, b -> ClusterReader.cluster(ANY, b));
            tolerated(bytes, b -> StatusReader.status(ANY, b));
            tolerated(bytes, b -> HistoryReader.history(ANY, b));
            tolerated(bytes, b -> FailsafeReader.members(ANY, b));
            MetricsReader.read(new String(bytes, StandardCharsets.UTF_8));
        }
    }

    private static void tolerated(byte[] bytes, Consumer<byte[]> reader) {
        try {
            reader.accept(bytes);
        } catch (PatroniException e) {
            assertThat(e.uri()).isEqualTo(ANY);
        }
    }
}
