package io.github.pg1c.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pg1c.patroni.PatroniClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What the client adds to a call: {@code cluster()} next to OkHttp's own call of the same answer, as OkHttp comes, with
 * Jackson's tree of the answer, and with the settings that the client gives it. The four take turns in short blocks,
 * because the noise of a machine lasts longer than a block; JMH would measure them one after the other.
 */
public final class ClientCalls {
    private static final int CALLS = 20;

    /** Rounds before the measured ones, until the JVM has compiled all sides. */
    private static final int WARM_UP = 500;

    private ClientCalls() {}

    /**
     * Prints medians and ratios.
     *
     * @param args how many rounds to measure; 300 if not said
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 300;
        for (int members : new int[] {3, 20}) {
            try (PatroniServers servers = PatroniServers.start(1, members)) {
                URI server = servers.uris().get(0);
                compare(rounds, members + " members by IP address", server);
                compare(rounds, members + " members by name", URI.create("http://node1:" + server.getPort()));
            }
        }
    }

    private static void compare(int rounds, String what, URI server) throws Exception {
        OkHttpClient bare = new OkHttpClient.Builder()
                .dns(name -> List.of(InetAddress.getLoopbackAddress()))
                .build();
        boolean name = server.getHost().equals("node1");
        OkHttpClient alike = alike(bare, name);
        JsonMapper mapper = new JsonMapper();
        Request request = new Request.Builder().url(server + "/cluster").build();
        Request closing = request.newBuilder().header("Connection", "close").build();
        try (PatroniClient patroni =
                PatroniClient.builder().endpoint(server).okHttpClient(bare).build()) {
            Side plain = new Side(() -> body(bare, request).length, new double[rounds]);
            Side set = new Side(() -> body(alike, closing).length, new double[rounds]);
            Side tree = new Side(
                    () -> mapper.readTree(body(bare, request)).path("members").size(), new double[rounds]);
            Side client = new Side(() -> patroni.cluster().members().size(), new double[rounds]);
            List<Side> order = new ArrayList<>(List.of(plain, set, tree, client));
            for (int round = -WARM_UP; round < rounds; round++) {
                // Each side comes first, second, third and last equally often.
                Collections.rotate(order, 1);
                for (Side side : order) {
                    double micros = block(side.call());
                    if (round >= 0) {
                        side.micros()[round] = micros;
                    }
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s, medians of %d blocks of %d calls: bare %.0f us, with tree %.0f us, with the client's settings %.0f us, "
                            + "client %.0f us; client/bare %.3f, client/tree %.3f, client/settings %.3f, tree/bare %.3f "
                            + "(medians of the ratios within a round)%n",
                    what,
                    rounds,
                    CALLS,
                    median(plain.micros()),
                    median(tree.micros()),
                    median(set.micros()),
                    median(client.micros()),
                    ratio(client, plain),
                    ratio(client, tree),
                    ratio(client, set),
                    ratio(tree, plain));
        } finally {
            bare.dispatcher().executorService().shutdown();
        }
    }

    /** OkHttp with those settings of the client's transport that change the time of a call. */
    private static OkHttpClient alike(OkHttpClient bare, boolean name) {
        return bare.newBuilder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .proxy(Proxy.NO_PROXY)
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .callTimeout(Duration.ofSeconds(12))
                .fastFallback(name)
                .build();
    }

    private static byte[] body(OkHttpClient client, Request request) throws IOException {
        try (Response response = client.newCall(request).execute()) {
            return response.body().bytes();
        }
    }

    private static double block(Callable<Integer> side) throws Exception {
        long start = System.nanoTime();
        int sum = 0;
        for (int i = 0; i < CALLS; i++) {
            sum += side.call();
        }
        long time = System.nanoTime() - start;
        if (sum == 0) {
            throw new IllegalStateException("no answer");
        }
        return time / 1e3 / CALLS;
    }

    private static double ratio(Side one, Side other) {
        double[] ratios = new double[one.micros().length];
        Arrays.setAll(ratios, i -> one.micros()[i] / other.micros()[i]);
        return median(ratios);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** A way to ask, and what a call took in each round. */
    private record Side(Callable<Integer> call, double[] micros) {}
}
