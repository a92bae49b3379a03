package io.github.pg1c.benchmarks.onec;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.text.PlanFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The configurations that take turns: the server's defaults, other tuners' for the same machine, and the presets. */
public final class Configurations {
    static final String DEFAULTS = "defaults";
    static final String BALANCED = Preset.BALANCED.id();

    /** Connections that every configuration is calculated for. */
    static final int CONNECTIONS = 24;

    /** As in a cluster of three; none is connected. */
    static final int STANDBYS = 2;

    public static final List<String> COMPRESSIONS = List.of("off", "pglz", "lz4", "zstd");

    private static final int CPUS = 2;

    private Configurations() {}

    /** All of them; those of others are files, named after the tuner. */
    static List<Configuration> all(Path directory) throws IOException {
        List<Configuration> all = new ArrayList<>();
        all.add(new Configuration(DEFAULTS, ""));
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                all.add(new Configuration(name.replace(".conf", ""), Files.readString(file)));
            }
        }
        for (Preset preset : List.of(Preset.ITS_5866, Preset.INITDB_1C_18, Preset.BALANCED)) {
            all.add(of(plan(preset, 0), preset.id()));
        }
        all.add(of(plan(Preset.BALANCED, STANDBYS), BALANCED + "-cluster"));
        return all;
    }

    /**
     * {@code balanced} for a cluster with each way to compress WAL that PostgreSQL 15 and later know, the first being
     * none.
     */
    public static List<Configuration> compressions(PgMajor major) {
        return COMPRESSIONS.stream()
                .map(way -> of(plan(Preset.BALANCED, STANDBYS, major, Map.of("wal_compression", way)), way))
                .toList();
    }

    /**
     * What a preset comes to for the machine of the benchmark.
     *
     * @param standbys none for a comparison with other tuners, which think of one server; those of a cluster when its
     *     rules are switched off
     */
    static TuningPlan plan(Preset preset, int standbys) {
        return plan(preset, standbys, new PgMajor(18), Map.of());
    }

    private static TuningPlan plan(Preset preset, int standbys, PgMajor major, Map<String, String> overrides) {
        return plan(
                TuningInput.builder(new MemorySize(Regime.MEMORY_BYTES), CPUS, CONNECTIONS)
                        .preset(preset)
                        .standbys(standbys),
                major,
                // The locale that every machine has.
                preset.equals(Preset.BALANCED) ? with(overrides, "lc_messages", "C") : overrides);
    }

    /** {@code balanced} for a lone server of another size, on the same processors. */
    public static TuningPlan balanced(
            MemorySize memory, int connections, PgMajor major, Map<String, String> overrides) {
        return plan(
                TuningInput.builder(memory, CPUS, connections).preset(Preset.BALANCED),
                major,
                with(overrides, "lc_messages", "C"));
    }

    private static TuningPlan plan(TuningInputBuilder input, PgMajor major, Map<String, String> overrides) {
        return Calculator.plan(input.major(major)
                .distribution(Distribution.PGDG)
                .databaseSize(MemorySize.ofGigabytes(6))
                .overrides(overrides)
                .build());
    }

    private static Map<String, String> with(Map<String, String> overrides, String name, String value) {
        Map<String, String> all = new HashMap<>(overrides);
        all.put(name, value);
        return all;
    }

    /** A plan as a server reads it. */
    public static Configuration of(TuningPlan plan, String name) {
        return new Configuration(name, PlanFormat.POSTGRESQL_CONF.text(plan, Language.EN));
    }

    /** A plan without one of its parameters; all others keep their values. */
    static Configuration without(TuningPlan plan, String rule) {
        return of(
                new TuningPlan(
                        plan.input(),
                        plan.parameters().stream()
                                .filter(parameter -> !parameter.ruleId().equals(rule))
                                .toList(),
                        plan.budget(),
                        plan.pool(),
                        plan.kernel(),
                        plan.rules()),
                rule);
    }
}
