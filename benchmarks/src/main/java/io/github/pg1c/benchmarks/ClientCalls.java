package io.github.pg1c.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.pg1c.patroni.PatroniClient;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * What the client adds to a call: {@code cluster()} next to OkHttp's own call of the same answer, without and with
 * Jackson's tree of it. The three take turns in blocks, because the noise of a machine lasts longer than a block; JMH
 * would measure them one after the other.
 */
public final class ClientCalls {
    private static final int CALLS = 100;

    private ClientCalls() {}

    /**
     * Prints medians and ratios.
     *
     * @param args how many rounds to measure; 60 if not said
     */
    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 60;
        for (int members : new int[] {3, 20}) {
            try (PatroniServers servers = PatroniServers.start(1, members)) {
                compare(rounds, members, servers.uris().get(0));
            }
        }
    }

    private static void compare(int rounds, int members, URI server) throws Exception {
        OkHttpClient bare = new OkHttpClient();
        JsonMapper mapper = new JsonMapper();
        Request request = new Request.Builder().url(server + "/cluster").build();
        try (PatroniClient patroni = PatroniClient.builder().endpoint(server).build()) {
            Side plain = new Side(() -> body(bare, request).length, new double[rounds]);
            Side tree = new Side(
                    () -> mapper.readTree(body(bare, request)).path("members").size(), new double[rounds]);
            Side client = new Side(() -> patroni.cluster().members().size(), new double[rounds]);
            List<Side> order = new ArrayList<>(List.of(plain, tree, client));
            for (int round = -rounds / 2; round < rounds; round++) {
                // Each side comes first, second and third equally often.
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
                    "%d members, medians of %d blocks of %d calls: bare %.0f us, with tree %.0f us, client %.0f us (%.0f calls/s); "
                            + "client/bare %.3f, client/tree %.3f, tree/bare %.3f (medians of the ratios within a round)%n",
                    members,
                    rounds,
                    CALLS,
                    median(plain.micros()),
                    median(tree.micros()),
                    median(client.micros()),
                    1e6 / median(client.micros()),
                    ratio(client, plain),
                    ratio(client, tree),
                    ratio(tree, plain));
        } finally {
            bare.dispatcher().executorService().shutdown();
        }
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
