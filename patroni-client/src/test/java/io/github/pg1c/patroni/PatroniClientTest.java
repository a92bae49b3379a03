package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.health.Health;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.internal.http.BasicCredentials;
import io.github.pg1c.patroni.internal.http.Transport;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.UnsupportedFeatureException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatroniClientTest {
    @ParameterizedTest
    @ValueSource(strings = {"cluster-3.0.2.json", "cluster-4.0.7.json", "cluster-4.1.4.json"})
    void readsTheClusterOverAConnectionThatEndsWithTheAnswer(String sample) throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read(sample));
                PatroniClient client = client(server.uri())) {
            assertThat(client.cluster().members()).hasSize(3);
            assertThat(server.requests())
                    .singleElement()
                    .asString()
                    .startsWith("GET /cluster HTTP/1.1\r\n")
                    .contains("Connection: close");
        }
    }

    @Test
    void asksTheMemberAtTheAddressThatItPublishes() throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("patroni-4.1.4.json"));
                PatroniClient client = client(server.uri())) {
            assertThat(client.member(server.uri().resolve("/patroni")).patroni().name())
                    .contains("node2");
            assertThat(client.member(server.uri()).patroni().name()).contains("node2");
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request).startsWith("GET /patroni HTTP/1.1\r\n"));
        }
    }

    @Test
    void refusalOfAHealthCheckIsAValue() throws IOException {
        try (PatroniServer server = PatroniServer.json("503 Service Unavailable", Samples.read("patroni-4.1.4.json"));
                PatroniClient client = client(server.uri())) {
            Health health = client.health(server.uri(), HealthCheck.PRIMARY);

            assertThat(health.isHealthy()).isFalse();
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.explanation().en())
                    .isEqualTo(
                            "role replica, state running, streaming, sync standby, pause, pending restart; it does not hold the leader lock");
            assertThat(health.member()).isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(HealthCheck.class)
    void everyHealthCheckHasItsPath(HealthCheck check) throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("patroni-4.1.4.json"));
                PatroniClient client = client(server.uri())) {
            assertThat(client.health(server.uri(), check).isHealthy()).isTrue();
            assertThat(server.requests().get(server.requests().size() - 1))
                    .startsWith("GET /" + check.path() + " HTTP/1.1\r\n");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = HealthCheck.class,
            names = {"QUORUM", "READ_ONLY_QUORUM"})
    void oldPatroniWouldAnswerAnotherQuestion(HealthCheck check) throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("patroni-3.0.2.json"));
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(UnsupportedFeatureException.class)
                    .isThrownBy(() -> client.health(server.uri(), check))
                    .satisfies(e -> assertThat(e.feature()).isEqualTo(Feature.QUORUM_COMMIT));
        }
    }

    @Test
    void statusLineWithoutAnyHeaderIsAnAnswer() throws IOException {
        try (PatroniServer server = new PatroniServer("HTTP/1.0 200 OK\r\n\r\n");
                PatroniClient client = client(server.uri())) {
            Health health = client.health(server.uri(), HealthCheck.LIVENESS);

            assertThat(health.isHealthy()).isTrue();
            assertThat(health.member()).isEmpty();
            assertThat(health.explanation().en()).isEqualTo("200 OK");
        }
    }

    @Test
    void pageOfAProxyIsReducedToItsStatus() throws IOException {
        try (PatroniServer server = new PatroniServer(
                        "HTTP/1.0 502 Bad Gateway\r\nContent-Type: text/html\r\n\r\n<html><body>long page</body></html>");
                PatroniClient client = client(server.uri())) {
            assertThat(client.health(server.uri(), HealthCheck.REPLICA)
                            .explanation()
                            .en())
                    .isEqualTo("502 Bad Gateway");
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessage(server.uri() + "/cluster: answered 502 Bad Gateway");
        }
    }

    @Test
    void wordsOfPatroniAreKept() throws IOException {
        try (PatroniServer server =
                        new PatroniServer("HTTP/1.0 403 Forbidden\r\nContent-Type: text/html\r\n\r\nAccess is denied");
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(() -> client.member(server.uri()))
                    .withMessageEndingWith("answered 403 Forbidden: Access is denied");
        }
    }

    @Test
    void connectionClosedWithoutAByteIsAFailure() throws IOException {
        try (PatroniServer server = new PatroniServer("");
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("no answer")
                    .withCauseInstanceOf(IOException.class);
            assertThat(server.requests()).as("nothing is repeated").hasSize(1);
        }
    }

    @Test
    void answerThatBreaksOffIsAFailure() throws IOException {
        String sample = Samples.read("cluster-4.0.7.json");
        try (PatroniServer server = PatroniServer.json("200 OK", sample.substring(0, sample.length() / 2));
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("not valid JSON");
        }
    }

    @Test
    void answerWithoutEndIsCutOff() throws IOException {
        String huge = "{\"members\": [" + " ".repeat((int) Transport.BODY_LIMIT) + "]}";
        try (PatroniServer server = PatroniServer.json("200 OK", huge);
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("larger than 8388608 bytes");
        }
    }

    @Test
    void silentServerIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PatroniClient client = PatroniClient.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .readTimeout(Duration.ofMillis(200))
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("no answer in time");
        }
    }

    @Test
    void nextEndpointIsAskedWhenOneDoesNotAnswer() throws IOException {
        try (PatroniServer broken = new PatroniServer("");
                PatroniServer foreign = PatroniServer.json("200 OK", "{}");
                PatroniServer sound = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"));
                PatroniClient client = PatroniClient.builder()
                        .endpoint(closed())
                        .endpoint(broken.uri())
                        .endpoint(foreign.uri())
                        .endpoint(sound.uri())
                        .build()) {
            assertThat(client.cluster().scope()).contains("main");
        }
    }

    @Test
    void failureOfAllEndpointsNamesEach() throws IOException {
        URI first = closed();
        try (PatroniServer second = new PatroniServer("");
                PatroniClient client = PatroniClient.builder()
                        .endpoint(first)
                        .endpoint(second.uri())
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .satisfies(e -> {
                        assertThat(e.uri()).isEqualTo(second.uri().resolve("/cluster"));
                        assertThat(e.getSuppressed()).singleElement().asString().contains(first.toString());
                    });
        }
    }

    @Test
    void passwordIsShownOnlyToAServerThatAsksForIt() throws Exception {
        try (MockWebServer server = new MockWebServer()) {
            server.start();
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .body("{\"members\": []}")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader("WWW-Authenticate", "Basic realm=\"Patroni\"")
                    .body("no auth header received")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(200)
                    .body("{\"members\": []}")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader("WWW-Authenticate", "Basic realm=\"Patroni\"")
                    .body("no auth header received")
                    .build());
            server.enqueue(new MockResponse.Builder()
                    .code(401)
                    .addHeader("WWW-Authenticate", "Basic realm=\"Patroni\"")
                    .body("not authenticated")
                    .build());
            try (PatroniClient client = PatroniClient.builder()
                    .endpoint(server.url("/").uri())
                    .basicAuth("patroni", Secret.of("hunter2"))
                    .build()) {
                client.cluster();
                assertThat(server.takeRequest().getHeaders().get("Authorization"))
                        .isNull();
                client.cluster();
                assertThat(server.takeRequest().getHeaders().get("Authorization"))
                        .isNull();
                assertThat(server.takeRequest().getHeaders().get("Authorization"))
                        .isEqualTo(okhttp3.Credentials.basic("patroni", "hunter2"));

                assertThatExceptionOfType(PatroniException.class)
                        .isThrownBy(client::cluster)
                        .withMessageEndingWith("answered 401 Client Error: not authenticated")
                        .satisfies(e -> assertThat(e.toString()).doesNotContain("hunter2"));
                assertThat(client.toString()).doesNotContain("hunter2");
            }
        }
        assertThat(Secret.of("hunter2")).hasToString("Secret[***]");
        assertThat(new BasicCredentials("u", "hunter2").toString()).doesNotContain("hunter2");
    }

    @Test
    void redirectionIsNotFollowed() throws IOException {
        try (PatroniServer elsewhere = PatroniServer.json("200 OK", "{\"members\": []}");
                PatroniServer server =
                        new PatroniServer("HTTP/1.0 302 Found\r\nLocation: " + elsewhere.uri() + "/cluster\r\n\r\n");
                PatroniClient client = client(server.uri())) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("302 Found");
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://node1",
                "node1:8008",
                "https://patroni:hunter2@node1:8008",
                "https://patroni:hunter2@node_1:8008",
                "https://patroni:hunter2@node1:port",
                "http://:8008",
                "http://node1?x",
                "http://node1#x",
                "/cluster"
            })
    void refusesWhatIsNotTheAddressOfARestApi(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().endpoint(URI.create(address)))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
    }

    @Test
    void hostOfAContainerMayHaveAnUnderscore() {
        try (PatroniClient client = client(URI.create("http://node_1:8008/patroni"))) {
            assertThat(client).hasToString("PatroniClient[http://node_1:8008/]");
        }
    }

    @Test
    void builderNeedsAnEndpointAndPositiveTimeouts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> PatroniClient.builder().build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PatroniClient.builder().readTimeout(Duration.ZERO));
    }

    private static PatroniClient client(URI endpoint) {
        return PatroniClient.builder().endpoint(endpoint).build();
    }

    private static URI closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
