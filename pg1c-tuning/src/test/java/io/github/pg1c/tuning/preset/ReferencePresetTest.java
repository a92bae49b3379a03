package io.github.pg1c.tuning.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReferencePresetTest {

    private static List<Preset> presetsForComparison() {
        return RuleSets.builtIn().presets().stream()
                .filter(Preset::forComparison)
                .toList();
    }

    private static TuningInputBuilder node(String memory, int cpus, Preset preset) {
        return TuningInput.builder(MemorySize.parse(memory), cpus, 100)
                .major(new PgMajor(18))
                .distribution(Distribution.ONE_C)
                .preset(preset);
    }

    private static TuningPlan initdb(String memory, int cpus) {
        return Calculator.plan(node(memory, cpus, Preset.INITDB_1C_18).build());
    }

    /** What initdb of 1C's build wrote on machines of these sizes. */
    @ParameterizedTest
    @CsvSource({
        "16GB,   4,  200,  4GB, 128MB,  2MB, 1GB,   9, 12GB",
        "32GB,   8,  400,  8GB, 128MB,  4MB, 1GB,  19, 24GB",
        "64GB,  16,  800, 16GB, 128MB,  8MB, 2GB,  38, 48GB",
        "128GB, 32, 1600, 32GB, 128MB, 16MB, 4GB,  76, 96GB",
        "256GB, 64, 3200, 64GB, 128MB, 32MB, 8GB, 153, 192GB",
    })
    void initdbWritesTheReferenceValues(
            String memory,
            int cpus,
            String connections,
            String buffers,
            String workMem,
            String temporary,
            String maintenance,
            String workers,
            String cache) {
        TuningPlan plan = initdb(memory, cpus);
        assertThat(plan.value("max_connections")).contains(connections);
        assertThat(plan.value("shared_buffers")).contains(buffers);
        assertThat(plan.value("work_mem")).contains(workMem);
        assertThat(plan.value("temp_buffers")).contains(temporary);
        assertThat(plan.value("maintenance_work_mem")).contains(maintenance);
        assertThat(plan.value("autovacuum_max_workers")).contains(workers);
        assertThat(plan.value("autovacuum_worker_slots")).contains(workers);
        assertThat(plan.value("effective_cache_size")).contains(cache);
    }

    @ParameterizedTest
    @CsvSource({
        // An eighth more, then the two highest bits.
        "64MB, 64MB",
        "100MB, 96MB",
        "120MB, 128MB",
        "163840kB, 128MB",
        "171MB, 192MB",
        // What is written down is rounded to a whole unit once more.
        "1400MB, 2GB",
        "1100kB, 1MB",
        "2700MB, 2GB",
        "2800MB, 3GB",
        "1GB, 1GB",
        // Never below the floor.
        "10kB, 512kB",
    })
    void roundingKeepsTwoBits(String exact, String rounded) {
        assertThat(InitdbRounding.round(MemorySize.parse(exact), MemorySize.ofKilobytes(512)))
                .isEqualTo(MemorySize.parse(rounded));
    }

    @ParameterizedTest
    @CsvSource({"126GB, 2GB", "127GB, 10GB", "16GB, 2GB"})
    void initdbWritesMoreWalFromHighLoadOn(String memory, String wal) {
        assertThat(initdb(memory, 8).value("max_wal_size")).contains(wal);
        assertThat(initdb(memory, 8).value("min_wal_size")).contains("1GB");
    }

    @Test
    void smallMachinesGetTheFloors() {
        TuningPlan plan = initdb("512MB", 1);
        assertThat(plan.value("autovacuum_max_workers")).contains("4");
        assertThat(plan.value("temp_buffers")).contains("800kB");
        assertThat(plan.value("maintenance_work_mem")).contains("1GB");
    }

    @Test
    void itsAdviceForTheReferenceMachine() {
        TuningPlan plan = Calculator.plan(node("64GB", 16, Preset.ITS_5866).build());
        assertThat(plan.value("max_connections")).contains("500");
        assertThat(plan.value("shared_buffers")).contains("16GB");
        assertThat(plan.value("work_mem")).contains("1GB");
        assertThat(plan.value("temp_buffers")).contains("256MB");
        assertThat(plan.value("maintenance_work_mem")).contains("2047MB");
        assertThat(plan.value("effective_cache_size")).contains("48GB");
        assertThat(plan.value("autovacuum_max_workers")).contains("4");
        assertThat(plan.value("max_locks_per_transaction")).contains("1000");
        assertThat(plan.value("max_wal_size")).contains("4GB");
        assertThat(plan.value("min_wal_size")).contains("2GB");
        assertThat(plan.value("synchronous_commit")).contains("on");
        assertThat(plan.value("random_page_cost")).contains("1.1");
        assertThat(plan.value("effective_io_concurrency")).contains("2");
        assertThat(plan.value("bgwriter_lru_maxpages")).contains("400");
    }

    @Test
    void itsAdviceForRotatingDisks() {
        TuningPlan plan = Calculator.plan(
                node("64GB", 32, Preset.ITS_5866).disk(DiskClass.HDD).build());
        assertThat(plan.value("random_page_cost")).contains("2.0");
        assertThat(plan.value("effective_io_concurrency")).contains("1");
        assertThat(plan.value("autovacuum_max_workers")).contains("8");
    }

    @ParameterizedTest
    @MethodSource("presetsForComparison")
    void plansBeyondTheMemoryAreCalculatedAndReported(Preset preset) {
        TuningInput input = node("64GB", 16, preset).build().toBuilder(MemorySize.parse("64GB"), 16, 500)
                .build();
        TuningPlan plan = Calculator.plan(input);
        assertThat(plan.budget().worstFits()).isFalse();
        assertThat(Calculator.review(input))
                .extracting(PlanFinding::code)
                .containsAnyOf("memory.worst", "memory.typical")
                .contains("preset.reference");
        assertThat(Calculator.review(input.withPreset(Preset.BALANCED)))
                .extracting(PlanFinding::code)
                .doesNotContain("memory.worst", "memory.typical", "preset.reference");
    }

    @ParameterizedTest
    @MethodSource("presetsForComparison")
    void membersOfAClusterGetWhatPatroniTakes(Preset preset) {
        TuningPlan plan = Calculator.plan(node("16GB", 4, preset).build());
        assertThat(plan.value("wal_level")).contains("replica");
        assertThat(plan.value("max_wal_senders")).contains("10");
        assertThat(plan.parameter("wal_level").orElseThrow().source().code()).isEqualTo("Patroni");
    }

    @Test
    void synchronousModeForbidsLosingCommits() {
        assertThat(initdb("16GB", 4).value("synchronous_commit")).contains("off");
        assertThat(Calculator.plan(node("16GB", 4, Preset.INITDB_1C_18)
                                .synchronous(true)
                                .build())
                        .value("synchronous_commit"))
                .contains("on");
    }

    @ParameterizedTest
    @MethodSource("presetsForComparison")
    void connectionsOf1cAlwaysHaveTheirPlace(Preset preset) {
        TuningPlan plan = Calculator.plan(TuningInput.builder(MemorySize.parse("64GB"), 4, 900)
                .preset(preset)
                .build());
        assertThat(plan.value("max_connections")).contains("903");
        assertThat(plan.pool().poolSize()).isEqualTo(900);
    }

    @Test
    void parametersOfTheBuildOnlyWhereItHasThem() {
        assertThat(initdb("16GB", 4).value("enable_temp_rd_buffers")).contains("off");
        assertThat(initdb("16GB", 4).value("shared_preload_libraries")).contains("mchar,fasttrun,fulleq");
        TuningPlan other = Calculator.plan(node("16GB", 4, Preset.INITDB_1C_18)
                .distribution(Distribution.PGDG)
                .build());
        assertThat(other.value("enable_temp_rd_buffers")).isEmpty();
        assertThat(other.value("shared_preload_libraries")).contains("pg_stat_statements");
    }

    @Test
    void furtherLibrariesFollowThoseOfThePreset() {
        List<String> further = List.of("pg_stat_statements", "pgaudit");
        for (Preset preset : List.of(Preset.BALANCED, Preset.GENERAL, Preset.INITDB_1C_18)) {
            assertThat(Calculator.plan(node("16GB", 4, preset)
                                    .distribution(Distribution.PGDG)
                                    .libraries(further)
                                    .build()
                                    .withPreset(preset))
                            .value("shared_preload_libraries"))
                    .as(preset.toString())
                    .contains("pg_stat_statements,pgaudit");
        }
    }

    @Test
    void defaultsOfTheServerCountWhereAPresetSaysNothing() {
        MemoryBudget budget =
                Calculator.plan(node("64GB", 16, Preset.INITDB_1C_18).build()).budget();
        // autovacuum_work_mem is not set, so each of 38 workers may take the 2GB of maintenance_work_mem.
        assertThat(item(budget, "autovacuum").worst()).isEqualTo(MemorySize.parse("76GB"));
        // hash_mem_multiplier is 1 in 14 and 2 later: 32 sessions with two hashes each.
        assertThat(List.of(sorts(14, Preset.INITDB_1C_18), sorts(18, Preset.INITDB_1C_18), sorts(14, Preset.BALANCED)))
                .containsExactly(32 * 2L * 128, 32 * 4L * 128, sorts(18, Preset.BALANCED));
    }

    private static long sorts(int major, Preset preset) {
        return item(
                        Calculator.plan(node("64GB", 16, preset)
                                        .major(new PgMajor(major))
                                        .build())
                                .budget(),
                        "work_mem")
                .typical()
                .megabytes();
    }

    private static BudgetItem item(MemoryBudget budget, String id) {
        return budget.items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
