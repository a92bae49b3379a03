package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Survey;
import io.github.pg1c.patroni.protocol.PatroniException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundTest {
    @Test
    void anyWorkIsDoneInTheBackground() throws Exception {
        try (PatroniServer server = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"));
                PatroniClient client =
                        PatroniClient.builder().endpoint(server.uri()).build()) {
            assertThat(client.async(PatroniClient::cluster).get().members()).hasSize(3);
        }
    }

    @Test
    void failureArrivesInTheFuture() throws IOException {
        try (PatroniServer server = new PatroniServer("");
                PatroniClient client =
                        PatroniClient.builder().endpoint(server.uri()).build()) {
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> client.async(PatroniClient::cluster).join())
                    .withCauseInstanceOf(PatroniException.class);
        }
    }

    @Test
    void cancellingEndsTheRequestAndItsThread() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                PatroniClient client = PatroniClient.builder()
                        .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .readTimeout(Duration.ofMinutes(10))
                        .build()) {
            CompletableFuture<ClusterState> future = client.async(PatroniClient::cluster);
            try (Socket socket = silent.accept()) {
                assertThat(socket.getInputStream().read()).isEqualTo('G');

                assertThat(future.cancel(true)).isTrue();

                byte[] rest = socket.getInputStream().readAllBytes();
                assertThat(rest).as("the client has closed its socket").isNotEmpty();
            }
            assertThat(future).isCancelled();
        }
        joinThreads();
    }

    @Test
    void closingEndsWhatIsUnderWay() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            PatroniClient client = PatroniClient.builder()
                    .endpoint(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .readTimeout(Duration.ofMinutes(10))
                    .build();
            CompletableFuture<Survey> future = client.async(PatroniClient::survey);
            try (Socket one = silent.accept()) {
                assertThat(one.getInputStream().read()).isEqualTo('G');
                client.close();
                assertThat(one.getInputStream().readAllBytes()).isNotEmpty();
            }
            future.handle((survey, failure) -> true).join();
        }
        joinThreads();
    }

    @Test
    void noThreadIsLeftBehind() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (PatroniServer one = PatroniServer.json("200 OK", Samples.read("cluster-4.0.7.json"));
                    PatroniServer two = new PatroniServer("");
                    PatroniClient client = PatroniClient.builder()
                            .endpoint(two.uri())
                            .endpoint(one.uri())
                            .build()) {
                client.cluster();
                client.async(PatroniClient::cluster).join();
            }
        }
        joinThreads();
    }

    @Test
    void clientsOfAFleetShareTheirThreads() throws Exception {
        try (PatroniMock one = new PatroniMock();
                PatroniMock two = new PatroniMock();
                PatroniClient base = one.client()) {
            one.on("GET /cluster", one.cluster("node1", ""));
            two.on("GET /cluster", two.cluster("node2", ""));
            PatroniClient other = base.at(List.of(URI.create("http://127.0.0.1:1"), two.uri()));

            assertThat(base.cluster().leader().orElseThrow().name()).isEqualTo("node1");
            assertThat(other.cluster().leader().orElseThrow().name()).isEqualTo("node2");
            org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> base.at(List.of()));
        }
        joinThreads();
    }

    @Test
    void fleetAsksManyClustersWithFewThreads() throws Exception {
        int parallelism = 4;
        java.util.concurrent.atomic.AtomicInteger now = new java.util.concurrent.atomic.AtomicInteger();
        java.util.concurrent.atomic.AtomicInteger most = new java.util.concurrent.atomic.AtomicInteger();
        try (PatroniMock patroni = new PatroniMock();
                PatroniClient sound = patroni.client();
                PatroniClient broken = PatroniClient.builder()
                        .endpoint(URI.create("http://127.0.0.1:1"))
                        .build()) {
            patroni.on("GET /cluster", patroni.cluster("node1", ""));
            Map<String, PatroniClient> clusters = new LinkedHashMap<>();
            for (int i = 0; i < 200; i++) {
                clusters.put(String.format(java.util.Locale.ROOT, "c%03d", i), i == 7 ? broken : sound);
            }
            try (Fleet fleet = new Fleet(clusters, parallelism)) {
                Map<String, FleetAnswer<String>> answers = fleet.ask(client -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        return client.cluster().leader().orElseThrow().name();
                    } finally {
                        now.decrementAndGet();
                    }
                });

                assertThat(answers).hasSize(200).containsEntry("c199", new FleetAnswer.Known<>("node1"));
                assertThat(answers.get("c007")).isInstanceOf(FleetAnswer.Unknown.class);
                assertThat(fleet.states().get("c000")).isInstanceOf(FleetAnswer.Known.class);
            }
            assertThat(most.get()).isLessThanOrEqualTo(parallelism);
        }
        joinThreads();
    }

    /** Waits for the end of all threads of this library; the test's own limit ends it when one does not end. */
    private static void joinThreads() throws InterruptedException {
        // While one was waited for, another one may have begun.
        for (List<Thread> left = threads(); !left.isEmpty(); left = threads()) {
            for (Thread thread : left) {
                thread.join();
            }
        }
    }

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("patroni-client-")
                        || thread.getName().startsWith("patroni-fleet-"))
                .toList();
    }
}
