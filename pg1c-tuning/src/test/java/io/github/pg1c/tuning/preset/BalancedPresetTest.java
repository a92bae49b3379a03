package io.github.pg1c.tuning.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.KernelSettings;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BalancedPresetTest {

    private static TuningInputBuilder node(String memory, int cpus, int connections) {
        return TuningInput.builder(MemorySize.parse(memory), cpus, connections);
    }

    @ParameterizedTest
    @CsvSource({
        "1GB, 2, 10, true",
        "2GB, 2, 50, true",
        "4GB, 2, 100, true",
        "8GB, 4, 100, true",
        "8GB, 4, 200, true",
        "16GB, 6, 200, true",
        "64GB, 16, 800, true",
        "256GB, 64, 3000, true",
        "2GB, 2, 500, false",
        "8GB, 4, 2000, false",
    })
    void usualNodesFitAndOverloadedOnesDoNot(String memory, int cpus, int connections, boolean fits) {
        MemoryBudget budget =
                Calculator.plan(node(memory, cpus, connections).build()).budget();
        assertThat(budget.fits()).describedAs(budget.sum(Language.EN)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "pgdg, 17, pg_stat_statements",
        "1c, 17, pg_stat_statements",
        "1c, 18, 'mchar,fasttrun,fulleq,pg_stat_statements'",
        "alt-1c, 18, 'mchar,fasttrun,fulleq,pg_stat_statements'",
        "postgrespro-1c, 17, 'online_analyze,plantuner,pg_stat_statements'",
        "tantor-se-1c, 16, 'online_analyze,plantuner,pg_stat_statements'",
        "pangolin, 15, pg_stat_statements",
    })
    void loadsOnlyWhatTheBuildBrings(String distribution, int major, String libraries) {
        TuningPlan plan = Calculator.plan(node("8GB", 4, 50)
                .distribution(Distribution.parse(distribution))
                .major(new PgMajor(major))
                .build());
        assertThat(plan.value("shared_preload_libraries")).contains(libraries);
        assertThat(plan.value("plantuner.fix_empty_table").isPresent()).isEqualTo(libraries.contains("plantuner"));
        assertThat(plan.value("online_analyze.enable").isPresent()).isEqualTo(libraries.contains("online_analyze"));
    }

    @ParameterizedTest
    @CsvSource({
        "2, ssd, false, true",
        "0, hdd, false, true",
        "0, ssd, false, false",
        "0, nvme, false, false",
        "0, nvme, true, true",
    })
    void compressesWalThatLeavesTheHostOrGoesToASlowDiskOrCostsNothing(
            int standbys, String disk, boolean lz4, boolean compressed) {
        TuningPlan plan = Calculator.plan(node("8GB", 4, 50)
                .lz4(lz4)
                .standbys(standbys)
                .disk(DiskClass.parse(disk))
                .build());
        assertThat(plan.value("wal_compression").isPresent()).isEqualTo(compressed);
    }

    @ParameterizedTest
    @CsvSource({"14, true, on", "15, false, pglz", "15, true, lz4", "18, true, lz4"})
    void compressesWalByTheCheapestWayThatTheBuildHas(int major, boolean lz4, String way) {
        TuningPlan plan = Calculator.plan(
                node("8GB", 4, 50).major(new PgMajor(major)).lz4(lz4).build());
        assertThat(plan.value("wal_compression")).contains(way);
    }

    @Test
    void databaseCopiesNeedLogicalDecoding() {
        TuningPlan plan =
                Calculator.plan(node("8GB", 4, 50).databaseCopies(true).build());
        assertThat(plan.value("wal_level")).contains("logical");
        assertThat(plan.value("max_logical_replication_workers")).contains("4");
    }

    @Test
    void walStaysWithinItsDisk() {
        TuningPlan plan = Calculator.plan(
                node("128GB", 16, 200).walDisk(MemorySize.parse("10GB")).build());
        assertThat(plan.value("max_wal_size")).contains("4GB");
        assertThat(plan.value("min_wal_size")).contains("1GB");
        assertThat(plan.value("max_slot_wal_keep_size")).contains("3GB");
        assertThat(plan.value("wal_keep_size")).contains("128MB");
    }

    @Test
    void coldDataOnRotatingDisksRaisesTheRandomPageCost() {
        assertThat(Calculator.plan(node("16GB", 4, 50)
                                .disk(DiskClass.HDD)
                                .databaseSize(MemorySize.parse("100GB"))
                                .build())
                        .value("random_page_cost"))
                .contains("4");
        assertThat(Calculator.plan(node("32GB", 4, 50)
                                .disk(DiskClass.HDD)
                                .databaseSize(MemorySize.parse("100GB"))
                                .build())
                        .value("random_page_cost"))
                .contains("2");
    }

    @Test
    void serverOf1cOnTheSameNodeTakesHalfOfTheMemory() {
        TuningPlan plan =
                Calculator.plan(node("32GB", 8, 100).sharedWith1cServer(true).build());
        assertThat(plan.value("shared_buffers")).contains("4GB");
        assertThat(plan.budget().limit()).hasToString("16GB");
        assertThat(plan.kernel().setting("vm.overcommit_memory").orElseThrow().value())
                .isEqualTo("0");
        assertThat(plan.kernel().setting("vm.overcommit_ratio")).isEmpty();
    }

    @Test
    void strictAccountingLeavesRoomForHugePagesAndForTheBudget() {
        TuningPlan plan = Calculator.plan(node("64GB", 16, 500).build());
        KernelSettings kernel = plan.kernel();
        assertThat(kernel.setting("vm.overcommit_memory").orElseThrow().value()).isEqualTo("2");
        assertThat(kernel.setting("vm.nr_hugepages").orElseThrow().value())
                .isEqualTo(Integer.toString(kernel.hugePages()));
        MemorySize pages = MemorySize.ofMegabytes(2L * kernel.hugePages());
        assertThat(pages)
                .isGreaterThan(MemorySize.parse(plan.value("shared_buffers").orElseThrow()));
        MemorySize ordinary = MemorySize.parse("64GB").minus(pages);
        long ratio = Long.parseLong(
                kernel.setting("vm.overcommit_ratio").orElseThrow().value());
        assertThat(ratio).isBetween(50L, 95L);
        // What the busy hour takes beside shared memory and the kernel must be allowed.
        MemorySize shared = item(plan, "shared_buffers").plus(item(plan, "lock_table"));
        assertThat(ordinary.times(ratio / 100.0))
                .isGreaterThan(plan.budget().typical().minus(shared).minus(item(plan, "system")));
    }

    private static MemorySize item(TuningPlan plan, String id) {
        return plan.budget().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow()
                .typical();
    }

    @Test
    void smallSharedMemoryNeedsNoHugePages() {
        assertThat(Calculator.plan(node("4GB", 2, 20).build()).kernel().hugePages())
                .isZero();
    }

    @Test
    void noLimitCutsOffWorkOf1c() {
        for (int major = 14; major <= 18; major++) {
            TuningPlan plan = Calculator.plan(
                    node("16GB", 4, 100).major(new PgMajor(major)).build());
            for (String name : List.of(
                    "statement_timeout",
                    "lock_timeout",
                    "idle_session_timeout",
                    "idle_in_transaction_session_timeout")) {
                assertThat(plan.value(name)).contains("0");
            }
            assertThat(plan.value("transaction_timeout").isPresent()).isEqualTo(major >= 17);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 18})
    void searchesWideAndShortForPlansOf1cAndLeavesTheSearchOfOtherApplicationsAlone(int major) {
        TuningInputBuilder node = node("16GB", 4, 100).major(new PgMajor(major));
        Map<String, String> search = Map.of(
                "join_collapse_limit", "20",
                "from_collapse_limit", "20",
                "geqo_effort", "1",
                "geqo_generations", "90",
                "enable_memoize", "off");
        TuningPlan of1c = Calculator.plan(node.build());
        TuningPlan general = Calculator.plan(node.preset(Preset.GENERAL).build());
        search.forEach((name, value) -> {
            assertThat(of1c.value(name)).describedAs(name).contains(value);
            assertThat(general.value(name)).describedAs(name).isEmpty();
        });
    }

    @Test
    void versionNineteenGetsNoRemovedParameters() {
        TuningPlan plan =
                Calculator.plan(node("16GB", 4, 100).major(new PgMajor(19)).build());
        assertThat(plan.value("standard_conforming_strings")).isEmpty();
        assertThat(plan.value("escape_string_warning")).isEmpty();
    }

    @Test
    void sumOfTheBudgetIsReadableInBothLanguages() {
        MemoryBudget budget = Calculator.plan(node("16GB", 6, 200).build()).budget();
        assertThat(budget.sum(Language.EN))
                .contains("Shared buffers")
                .contains("Total")
                .endsWith("\n");
        assertThat(budget.sum(Language.RU))
                .contains("Общие буферы")
                .contains("Итого")
                .contains("МБ");
    }
}
