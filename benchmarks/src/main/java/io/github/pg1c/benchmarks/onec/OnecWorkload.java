package io.github.pg1c.benchmarks.onec;

import io.github.pg1c.tuning.input.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Runs the load under each configuration in turn, or under {@code balanced} without each of its rules, and writes the
 * reports.
 */
public final class OnecWorkload {
    /** Nothing but the queries takes processor time. */
    private static final String WITHOUT_VACUUM = "\nautovacuum = off\n";

    private final Laboratory laboratory;
    private final Path home;

    private OnecWorkload(Laboratory laboratory, Path home) {
        this.laboratory = laboratory;
        this.home = home;
    }

    /**
     * Does one of {@code prepare}, {@code compare}, {@code ablation}, {@code compression}, {@code planning},
     * {@code report}.
     *
     * @param args an unpacked PostgreSQL, a directory to work in, the directory of the launcher, what to do, how many
     *     rounds, and which configurations, or which part of the rules, {@code likely}, {@code data} or {@code rest};
     *     all unless said
     */
    public static void main(String[] args) throws Exception {
        OnecWorkload workload = new OnecWorkload(new Laboratory(Path.of(args[0]), Path.of(args[1])), Path.of(args[2]));
        Rounds rounds = Rounds.parse(args.length > 4 ? args[4] : "3");
        List<String> only = args.length > 5 ? Arrays.asList(args).subList(5, args.length) : List.of();
        switch (args[3]) {
            case "prepare" -> workload.prepare();
            case "compare" -> workload.compare(rounds, only);
            case "ablation" -> workload.ablate(rounds, only);
            case "compression" -> workload.compress(rounds);
            case "planning" -> workload.planning(rounds.last());
            case "report" -> workload.report();
            default ->
                throw new IllegalArgumentException(
                        "unknown: " + args[3] + "; write prepare, compare, ablation, compression, planning or report");
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
    private void compare(Rounds rounds, List<String> only) throws Exception {
        prepare();
        Results results = results("comparison");
        List<Configuration> configurations = new ArrayList<>(Configurations.all(home.resolve("configurations")));
        if (!only.isEmpty()) {
            configurations.removeIf(configuration -> !only.contains(configuration.name()));
        }
        for (int round = 1; round <= rounds.last(); round++) {
            for (Regime regime : Regime.values()) {
                int of = round;
                if (round < rounds.first()) {
                    continue;
                }
                measure(
                        results,
                        configurations.stream()
                                .map(configuration -> new Run(configuration, regime, Amount.FULL, of, 0))
                                .toList());
            }
            Collections.rotate(configurations, 3);
        }
    }

    /** What the ways to compress WAL cost and save; the server has to be built with all of them. */
    private void compress(Rounds rounds) throws Exception {
        Results results = results("compression");
        List<Configuration> ways = new ArrayList<>(Configurations.compressions(laboratory.major()));
        for (Regime regime : Regime.values()) {
            laboratory.prepare(regime);
            for (int round = rounds.first(); round <= rounds.last(); round++) {
                int of = round;
                measure(
                        results,
                        ways.stream()
                                .map(way -> new Run(way, regime, Amount.WRITES, of, 0))
                                .toList());
                Collections.rotate(ways, 1);
            }
        }
    }

    private void ablate(Rounds rounds, List<String> only) throws Exception {
        prepare();
        Results results = results("ablation");
        Ablation ablation;
        try (Turn turn = Turn.take(System.getenv())) {
            ablation = Ablation.of(laboratory, results);
        }
        List<String> rules = ablation.rules();
        System.out.println(rules.size() + " rules depart from the server's defaults: " + String.join(", ", rules));
        for (int round = rounds.first(); round <= rounds.last(); round++) {
            for (Ablation.Part part : Ablation.Part.values()) {
                for (Regime regime : Regime.values()) {
                    if (only.isEmpty() || only.contains(part.name().toLowerCase(Locale.ROOT))) {
                        measure(results, ablation.series(part, regime, round));
                    }
                }
            }
        }
    }

    /** Measures runs, except those that are there, a few in each turn. */
    private void measure(Results results, List<Run> runs) throws IOException, InterruptedException {
        List<Run> missing = new ArrayList<>();
        for (Run run : runs) {
            if (!results.has(run)) {
                missing.add(run);
            }
        }
        while (!missing.isEmpty()) {
            List<Run> few = missing.subList(
                    0, Math.min(missing.size(), missing.get(0).amount().runsInATurn()));
            turn(results, few);
            few.clear();
        }
    }

    private void turn(Results results, List<Run> runs) throws IOException, InterruptedException {
        List<Path> copies = new ArrayList<>();
        for (Run run : runs) {
            copies.add(laboratory.copy(run.regime(), copies.size()));
        }
        try (Turn turn = Turn.take(System.getenv())) {
            for (int i = 0; i < runs.size(); i++) {
                long start = System.nanoTime();
                List<Measurement> rows = runs.get(i).measure(laboratory.binaries(), copies.get(i));
                results.append(rows);
                print(runs.get(i), (System.nanoTime() - start) / 1e9, rows);
            }
        }
    }

    private static void print(Run run, double seconds, List<Measurement> rows) {
        System.out.printf(
                Locale.ROOT,
                "%s, %s, round %d: %.0f s; %s%n",
                run.configuration().name(),
                run.regime().id(),
                run.round(),
                seconds,
                rows.stream()
                        .map(row -> row.failed()
                                ? row.note()
                                : String.format(
                                        Locale.ROOT,
                                        "%s %.1f s %.1f ms",
                                        row.phase(),
                                        row.figure(Quantity.SECONDS),
                                        row.figure(Quantity.CPU)))
                        .collect(Collectors.joining("; ")));
    }

    private void planning(int seeds) throws Exception {
        Regime regime = Regime.IN_MEMORY;
        laboratory.prepare(regime);
        Configuration balanced = Configurations.of(Configurations.plan(Preset.BALANCED, 0), Configurations.BALANCED);
        StringBuilder text = new StringBuilder(PlanningSweep.HEAD.formatted(seeds, seeds));
        try (Turn turn = Turn.take(System.getenv());
                ControlGroup plainGroup = ControlGroup.limitedTo(Configurations.DEFAULTS, Regime.MEMORY_BYTES);
                ControlGroup balancedGroup = ControlGroup.limitedTo(Configurations.BALANCED, Regime.MEMORY_BYTES);
                TestServer plainServer = TestServer.start(
                        laboratory.binaries(), laboratory.copy(regime, 0), WITHOUT_VACUUM, plainGroup.entering());
                TestServer balancedServer = TestServer.start(
                        laboratory.binaries(),
                        laboratory.copy(regime, 1),
                        balanced.text() + WITHOUT_VACUUM,
                        balancedGroup.entering())) {
            Infobase.addClerk(plainServer);
            Infobase.addClerk(balancedServer);
            PlanningSweep sweep = new PlanningSweep(
                    new PlanningSweep.Side(plainServer, plainGroup),
                    new PlanningSweep.Side(balancedServer, balancedGroup),
                    seeds);
            for (QueryPhase phase : PlanningSweep.phases(regime.infobase())) {
                String rows = sweep.rows(phase);
                System.out.print(rows);
                text.append(rows);
            }
        }
        Files.writeString(home.resolve("results").resolve("planning.md"), text);
    }

    private void report() throws IOException {
        Path directory = home.resolve("results");
        Files.writeString(
                directory.resolve("comparison.md"),
                ComparisonReport.of(results("comparison").read(), "comparison.tsv", Configurations.DEFAULTS));
        Files.writeString(
                directory.resolve("compression.md"),
                ComparisonReport.of(
                        results("compression").read(), "compression.tsv", Configurations.COMPRESSIONS.get(0)));
        List<Measurement> ablation = results("ablation").read();
        Files.writeString(directory.resolve("ablation.md"), AblationReport.of(ablation));
        Files.writeString(directory.resolve("measured.tsv"), AblationReport.table(ablation));
    }
}
