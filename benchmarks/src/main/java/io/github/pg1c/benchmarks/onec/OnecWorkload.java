package io.github.pg1c.benchmarks.onec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the load under each configuration in turn, or under {@code balanced} without each of its rules, and writes the reports. */
public final class OnecWorkload {
    private final Laboratory laboratory;
    private final Path home;

    private OnecWorkload(Laboratory laboratory, Path home) {
        this.laboratory = laboratory;
        this.home = home;
    }

    /**
     * Does one of {@code prepare}, {@code compare}, {@code ablation}, {@code report}.
     *
     * @param args an unpacked PostgreSQL, a directory to work in, the directory of the launcher, what to do, how many rounds
     */
    public static void main(String[] args) throws Exception {
        OnecWorkload workload = new OnecWorkload(new Laboratory(Path.of(args[0]), Path.of(args[1])), Path.of(args[2]));
        int rounds = args.length > 4 ? Integer.parseInt(args[4]) : 3;
        List<String> only = args.length > 5 ? Arrays.asList(args).subList(5, args.length) : List.of();
        switch (args[3]) {
            case "prepare" -> workload.prepare();
            case "compare" -> workload.compare(rounds, only);
            case "ablation" -> workload.ablate(rounds);
            case "report" -> workload.report();
            default ->
                throw new IllegalArgumentException(
                        "unknown: " + args[3] + "; write prepare, compare, ablation or report");
        }
    }

    private void prepare() throws Exception {
        for (Regime regime : Regime.values()) {
            laboratory.prepare(regime);
        }
    }

    private Results results(String name) {
        return new Results(home.resolve("results").resolve(name + ".tsv"));
    }

    /** Every round has every configuration once, each time beginning with another one. */
    private void compare(int rounds, List<String> only) throws Exception {
        prepare();
        Results results = results("comparison");
        List<Configuration> configurations = new ArrayList<>(Configurations.all(home.resolve("configurations")));
        if (!only.isEmpty()) {
            configurations.removeIf(configuration -> !only.contains(configuration.name()));
        }
        for (int round = 1; round <= rounds; round++) {
            for (Regime regime : Regime.values()) {
                for (Configuration configuration : configurations) {
                    run(results, configuration, regime, Amount.FULL, round, 0);
                }
            }
            Collections.rotate(configurations, 3);
        }
    }

    private void ablate(int rounds) throws Exception {
        prepare();
        Ablation ablation = new Ablation(laboratory, results("ablation"));
        List<String> rules = ablation.rules();
        System.out.println(rules.size() + " rules depart from the server's defaults: " + String.join(", ", rules));
        for (int round = 1; round <= rounds; round++) {
            for (Regime regime : Regime.values()) {
                List<Configuration> series = ablation.series(round, rules);
                for (int position = 0; position < series.size(); position++) {
                    run(results("ablation"), series.get(position), regime, Amount.SHORT, round, position);
                }
            }
        }
    }

    private void run(
            Results results, Configuration configuration, Regime regime, Amount amount, int round, int position)
            throws IOException, InterruptedException {
        if (results.has(configuration.name(), regime, round, position)) {
            return;
        }
        List<Measurement> rows;
        long start = System.nanoTime();
        try (Turn turn = Turn.take(System.getenv())) {
            start = System.nanoTime();
            rows = laboratory.run(configuration, regime, amount, round, position);
        }
        results.append(rows);
        System.out.printf(
                "%s, %s, round %d: %.0f s; %s%n",
                configuration.name(),
                regime.id(),
                round,
                (System.nanoTime() - start) / 1e9,
                rows.stream()
                        .map(row -> row.failed()
                                ? row.note()
                                : row.phase() + " " + Math.round(row.figure(Quantity.SECONDS) * 10) / 10.0 + " s, "
                                        + Math.round(row.figure(Quantity.CPU) * 10) / 10.0 + " ms")
                        .collect(Collectors.joining("; ")));
    }

    private void report() throws IOException {
        Path directory = home.resolve("results");
        Files.writeString(
                directory.resolve("comparison.md"),
                ComparisonReport.of(results("comparison").read()));
        List<Measurement> ablation = results("ablation").read();
        Files.writeString(directory.resolve("ablation.md"), AblationReport.of(ablation));
        Files.writeString(directory.resolve("measured.tsv"), AblationReport.table(ablation));
    }
}
