package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.KernelSettings;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a rule changes its mind. */
class BoundariesTest {

    private static TuningInputBuilder node() {
        return TuningInput.builder(MemorySize.parse("64GB"), 16, 300);
    }

    private static String value(TuningInputBuilder node, String parameter) {
        return Calculator.plan(node.build()).value(parameter).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "hdd, 17, 2, 10", "hdd, 18, 16, 16", "ssd, 17, 128, 128", "ssd, 18, 32, 32",
        "san, 14, 128, 128", "san, 18, 32, 32", "nvme, 17, 256, 256", "nvme, 18, 64, 64",
    })
    void readAheadFollowsDiskAndVersion(String disk, int major, String effective, String maintenance) {
        TuningInputBuilder node = node().disk(DiskClass.parse(disk)).major(new PgMajor(major));
        assertThat(value(node, "effective_io_concurrency")).isEqualTo(effective);
        assertThat(value(node, "maintenance_io_concurrency")).isEqualTo(maintenance);
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "2, 10", "3, 11", "8, 16"})
    void sendersFollowTheMembers(int standbys, String senders) {
        assertThat(value(node().standbys(standbys), "max_wal_senders")).isEqualTo(senders);
        assertThat(value(node().standbys(standbys), "max_replication_slots")).isEqualTo(senders);
    }

    @ParameterizedTest
    @CsvSource({"99GB, 1000", "100GB, 2000"})
    void largeDatabasesGetMoreLocks(String size, String locks) {
        assertThat(value(node().databaseSize(MemorySize.parse(size)), "max_locks_per_transaction"))
                .isEqualTo(locks);
    }

    @ParameterizedTest
    @CsvSource({"256GB, 2", "257GB, 4"})
    void coldDataBeginsBehindFourTimesTheMemory(String size, String cost) {
        TuningInputBuilder node = node().disk(DiskClass.HDD).databaseSize(MemorySize.parse(size));
        assertThat(value(node, "random_page_cost")).isEqualTo(cost);
    }

    @ParameterizedTest
    @CsvSource({"2GB, true", "2047MB, false"})
    void hugePagesBeginWithTwoGigabytes(String buffers, boolean pages) {
        KernelSettings kernel = Calculator.plan(
                        node().overrides(Map.of("shared_buffers", buffers)).build())
                .kernel();
        assertThat(kernel.hugePages() > 0).isEqualTo(pages);
        assertThat(kernel.setting("vm.nr_hugepages").isPresent()).isEqualTo(pages);
    }

    @Test
    void writtenReserveIsAddedToTheLeastConnections() {
        TuningInput reserved = node().overrides(
                        Map.of("Superuser_Reserved_Connections", "20", "max_connections", "329"))
                .build();
        assertThat(Calculator.check(reserved))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message().en()).contains("below the 330"));
        assertThat(Calculator.check(reserved.withOverrides(
                        Map.of("superuser_reserved_connections", "20", "max_connections", "330"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"14", "15", "16", "18"})
    void monitoringHasItsPlaceInEveryVersion(int major) {
        TuningPlan plan = Calculator.plan(node().major(new PgMajor(major)).build());
        assertThat(plan.value("max_connections")).contains("315");
        assertThat(plan.pool().maxDbConnections()).isEqualTo(300);
    }

    @Test
    void descriptorsSufficeForFilesAndSockets() {
        assertThat(Calculator.plan(node().build()).pool().fileDescriptors()).isEqualTo(65_536);
        assertThat(Calculator.plan(TuningInput.builder(MemorySize.parse("4TB"), 512, 40_000)
                                .build())
                        .pool()
                        .fileDescriptors())
                .isEqualTo(44_000 + 40_000 + 1_000);
        assertThat(Calculator.plan(node().overrides(Map.of("max_files_per_process", "70000"))
                                .build())
                        .pool()
                        .fileDescriptors())
                .isEqualTo(71_000);
    }

    @ParameterizedTest
    @CsvSource({
        "work_men, UNKNOWN",
        "min_wal_size=16MB, HARMFUL",
        "max_wal_size=31MB, HARMFUL",
        "a b, UNKNOWN",
        "join_collapse_limit=1, HARMFUL",
        "temp_file_limit=1GB, HARMFUL",
        "max_files_per_process=100, HARMFUL",
    })
    void harmfulValuesAreFound(String override, OverrideProblem.Kind kind) {
        String[] parts = override.split("=", 2);
        assertThat(Calculator.check(node().overrides(Map.of(parts[0], parts.length > 1 ? parts[1] : "1"))
                        .build()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind));
    }

    @Test
    void oldSnapshotsAndDoubledNamesAreRefused() {
        assertThat(Calculator.check(node().major(new PgMajor(16))
                        .overrides(Map.of("old_snapshot_threshold", "1h"))
                        .build()))
                .singleElement()
                .satisfies(problem -> assertThat(problem.severity()).isEqualTo(OverrideProblem.Severity.ERROR));
        assertThat(Calculator.check(node().overrides(Map.of("work_mem", "64MB", "WORK_MEM", "32MB"))
                        .build()))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.message().en()).contains("twice"));
    }
}
