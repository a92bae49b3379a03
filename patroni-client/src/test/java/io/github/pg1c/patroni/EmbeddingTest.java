package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.config.ConfigPatch;
import io.github.pg1c.patroni.health.HealthCheck;
import io.github.pg1c.patroni.health.HealthConditions;
import io.github.pg1c.patroni.operation.LeaderOutcome;
import io.github.pg1c.patroni.operation.LeaderWait;
import io.github.pg1c.patroni.operation.NoResponse;
import io.github.pg1c.patroni.operation.Switchover;
import io.github.pg1c.patroni.operation.SwitchoverOutcome;
import io.github.pg1c.patroni.protocol.PatroniException;
import io.github.pg1c.patroni.protocol.RawJson;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an application that embeds the client relies on. */
@Timeout(60)
class EmbeddingTest {

    @Test
    void clientOfTheApplicationIsTheBase() throws IOException {
        List<String> seen = new CopyOnWriteArrayList<>();
        OkHttpClient own = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    seen.add(chain.request().method() + " "
                            + chain.request().url().encodedPath());
                    return chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Request-Id", "r-1")
                            .build());
                })
                .build();
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"))) {
            try (PatroniClient client = PatroniClient.builder()
                    .endpoint(server.uri())
                    .okHttpClient(own)
                    .build()) {
                assertThat(client.cluster().members()).hasSize(3);
            }
            assertThat(seen).containsExactly("GET /cluster");
            assertThat(server.requests()).singleElement().asString().contains("X-Request-Id: r-1", "Connection: close");
        }
        assertThat(own.dispatcher().executorService().isShutdown()).isFalse();
        assertThat(own.connectionPool().connectionCount()).isZero();
    }

    @Test
    void clientOfTheApplicationDoesNotMakePatroniFollowRedirections() throws IOException {
        OkHttpClient own = new OkHttpClient.Builder().followRedirects(true).build();
        try (PatroniServer server = new PatroniServer("HTTP/1.0 302 Found\r\nLocation: /elsewhere\r\n\r\n");
                PatroniClient client = PatroniClient.builder()
                        .endpoint(server.uri())
                        .okHttpClient(own)
                        .build()) {
            assertThatExceptionOfType(PatroniException.class)
                    .isThrownBy(client::cluster)
                    .withMessageContaining("302");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void closedClientAsksNothing() throws IOException {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"))) {
            PatroniClient client =
                    PatroniClient.builder().endpoint(server.uri()).build();
            PatroniClient other = client.withReadTimeout(Duration.ofSeconds(1));
            client.close();

            assertThatIllegalStateException().isThrownBy(client::cluster).withMessage("the client is closed");
            assertThatIllegalStateException().isThrownBy(client::survey);
            assertThatIllegalStateException().isThrownBy(() -> client.switchover(Switchover.from("node1")));
            assertThatIllegalStateException().isThrownBy(() -> client.configure(ConfigPatch.empty()));
            assertThatIllegalStateException().isThrownBy(() -> client.reload(server.uri()));
            assertThatIllegalStateException().isThrownBy(() -> client.async(PatroniClient::cluster));
            assertThatIllegalStateException().isThrownBy(other::history);
            assertThat(server.requests()).isEmpty();
            client.close();
        }
    }

    @Test
    void closingEndsAQuestionUnderWay() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            PatroniClient client = PatroniClient.builder()
                    .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .readTimeout(Duration.ofMinutes(10))
                    .build();
            CompletableFuture<ClusterState> asked = CompletableFuture.supplyAsync(client::cluster);
            try (Socket socket = silent.accept()) {
                assertThat(socket.getInputStream().read()).isEqualTo('G');

                client.close();

                assertThatExceptionOfType(CompletionException.class)
                        .isThrownBy(asked::join)
                        .withCauseInstanceOf(PatroniException.class);
            }
        }
    }

    @Test
    void closingEndsASwitchoverUnderWayWithWhatIsKnown() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        OkHttpClient watched = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (chain.request().method().equals("POST")) {
                        asked.countDown();
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        try (PatroniMock server = new PatroniMock()) {
            server.on("GET /cluster", server.cluster("node1", ""));
            server.on(
                    "POST /switchover",
                    new MockResponse.Builder()
                            .onResponseStart(SocketEffect.Stall.INSTANCE)
                            .build());
            PatroniClient client = PatroniClient.builder()
                    .endpoint(server.uri())
                    .okHttpClient(watched)
                    .build();
            CompletableFuture<SwitchoverOutcome> outcome =
                    CompletableFuture.supplyAsync(() -> client.switchover(Switchover.from("node1")));
            asked.await();

            client.close();

            assertThat(outcome.join()).isInstanceOf(NoResponse.class);
        }
    }

    @Test
    void closingEndsTheWaitForALeader() throws Exception {
        try (PatroniMock server = new PatroniMock()) {
            server.on("GET /cluster", server.cluster("node1", ""));
            PatroniClient client =
                    PatroniClient.builder().endpoint(server.uri()).build();
            CountDownLatch looked = new CountDownLatch(1);
            LeaderWait wish = LeaderWait.forAny().toBe("node2").within(Duration.ofMinutes(10));
            CompletableFuture<LeaderOutcome> outcome =
                    CompletableFuture.supplyAsync(() -> client.awaitLeader(wish, event -> looked.countDown()));
            looked.await();

            client.close();

            assertThat(outcome.join()).isInstanceOf(LeaderOutcome.NotReached.class);
        }
    }

    @Test
    void requestsAreLoggedWithoutSecrets() throws IOException {
        List<String> lines = new CopyOnWriteArrayList<>();
        Logger logger = Logger.getLogger("io.github.pg1c.patroni");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getLevel() + " " + entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setLevel(Level.FINE);
        logger.setUseParentHandlers(false);
        try (PatroniMock server = new PatroniMock();
                PatroniClient client = server.builder()
                        .basicAuth("operator", Secret.of("hunter2"))
                        .build()) {
            server.on("GET /config", PatroniMock.text(200, "{\"postgresql\": {}}"));
            server.on("PATCH /config", PatroniMock.text(401, "not authenticated"));
            server.on("GET /replica", PatroniMock.text(503, "{}"));
            server.on("GET /history", PatroniMock.silence());

            client.configure(ConfigPatch.empty().parameter("ssl_passphrase_command", "echo hunter3"));
            client.health(server.uri(), HealthCheck.REPLICA, HealthConditions.NONE.withTag("site", "hunter4"));
            assertThatExceptionOfType(PatroniException.class).isThrownBy(client::history);

            String base = server.uri().toString().replace("localhost", "[a-z0-9.]+");
            assertThat(lines).hasSize(7).allMatch(line -> line.startsWith("FINE "));
            assertThat(lines.get(0)).matches("FINE GET " + base + "config: 200 in \\d+ ms");
            assertThat(lines.subList(1, 4))
                    .allMatch(line -> line.matches("FINE GET " + base + "\\w+: \\d+ in \\d+ ms"));
            assertThat(lines.get(4)).matches("FINE PATCH " + base + "config: 401 in \\d+ ms");
            assertThat(lines.get(5)).matches("FINE GET " + base + "replica: 503 in \\d+ ms");
            assertThat(lines.get(6)).matches("FINE GET " + base + "history: no answer \\(\\w+\\) in \\d+ ms");
            assertThat(String.join("\n", lines))
                    .doesNotContain("hunter", "operator", "Basic", "ssl_passphrase_command", "site");
        } finally {
            logger.removeHandler(handler);
            logger.setLevel(null);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void clientCanBeFaked() {
        ClusterState state = new ClusterState(Optional.of("main"), List.of(), false, Optional.empty(), RawJson.EMPTY);
        PatroniClient fake = (PatroniClient) Proxy.newProxyInstance(
                PatroniClient.class.getClassLoader(), new Class<?>[] {PatroniClient.class}, (proxy, method, values) -> {
                    if (method.getName().equals("cluster")) {
                        return state;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
        try (Fleet fleet = new Fleet(Map.of("main", fake), 2)) {
            assertThat(fleet.states()).containsEntry("main", new FleetAnswer.Known<>(state));
            assertThat(state.leader().map(Member::name)).isEmpty();
        }
    }

    @Test
    void closedFleetAsksNothing() {
        Fleet fleet = new Fleet(Map.of(), 2);
        fleet.close();

        assertThatIllegalStateException().isThrownBy(fleet::states);
    }
}
