package io.github.pg1c.benchmarks;

import io.github.pg1c.patroni.PatroniClient;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The state of one cluster from {@code patronictl list}, with the start of its process as users call it, and from the
 * client; {@code patronictl.sh} prepares both.
 */
public final class PatronictlCalls {
    private static final int CALLS = 200;

    private PatronictlCalls() {}

    /**
     * Prints medians and their ratio.
     *
     * @param args how many rounds, and the command
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int rounds = Integer.parseInt(args[0]);
        List<String> command = List.of(args).subList(1, args.length);
        double[] commands = new double[rounds];
        double[] calls = new double[rounds];
        try (PatroniServers servers = PatroniServers.start(1, 3);
                PatroniClient patroni =
                        PatroniClient.builder().endpoint(servers.uris().get(0)).build()) {
            for (int round = -3; round < rounds; round++) {
                double process = process(command);
                double call = block(patroni);
                if (round >= 0) {
                    commands[round] = process;
                    calls[round] = call;
                }
            }
        }
        double process = ClientCalls.median(commands);
        double call = ClientCalls.median(calls);
        System.out.printf(
                Locale.ROOT,
                "medians of %d rounds in turn: %s %.0f ms (%.1f/s), client %.2f ms (%.0f/s): %.0f times as many%n",
                rounds,
                command.get(0),
                process,
                1e3 / process,
                call,
                1e3 / call,
                process / call);
    }

    private static double process(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !text.contains("node3")) {
            throw new IllegalStateException(text);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static double block(PatroniClient patroni) {
        long start = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (patroni.cluster().members().size() != 3) {
                throw new IllegalStateException("another cluster");
            }
        }
        return (System.nanoTime() - start) / 1e6 / CALLS;
    }
}
