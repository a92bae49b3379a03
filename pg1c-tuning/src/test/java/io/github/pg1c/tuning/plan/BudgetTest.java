package io.github.pg1c.tuning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.RandomInputs;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.input.Application;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

    private static TuningInputBuilder node() {
        return TuningInput.builder(MemorySize.parse("16GB"), 6, 200);
    }

    private static DiskBudget only(TuningInput input) {
        List<DiskBudget> disks = Calculator.plan(input).disks();
        assertThat(disks).hasSize(1);
        return disks.get(0);
    }

    @ParameterizedTest
    @EnumSource(PoolMode.class)
    void onlyAPoolerThatRunsTakesMemory(PoolMode mode) {
        TuningPlan plan = Calculator.plan(node().pooling(mode).build());

        assertThat(plan.budget().items().stream().anyMatch(item -> item.id().equals("pooler")))
                .isEqualTo(mode != PoolMode.OFF);
        assertThat(plan.settings().stream().anyMatch(setting -> setting.area() == PlannedSetting.Area.POOL))
                .isEqualTo(mode != PoolMode.OFF);
    }

    @ParameterizedTest
    @CsvSource({
        "SESSION, In session mode each of the 200 connections of the applications holds one to the server; ",
        "TRANSACTION, 'In transaction mode each of the 200 connections of the applications holds one to the server during "
                + "a transaction only, '",
        "STATEMENT, 'In statement mode each of the 200 connections of the applications holds one to the server during a "
                + "statement only, '",
        "OFF, Without a pooler each of the 200 connections of the applications is one to the server; "
    })
    void theReasonOfThePoolIsThatOfItsMode(PoolMode mode, String reason) {
        TuningPlan plan = Calculator.plan(
                node().application(Application.OTHER).pooling(mode).build());

        assertThat(plan.pool().reason().en()).startsWith(reason.strip());
        if (mode != PoolMode.OFF) {
            assertThat(pool(plan, "pool_mode").value()).isEqualTo(mode.id());
            assertThat(pool(plan, "server_reset_query").reason().en().startsWith("The next session"))
                    .isEqualTo(mode == PoolMode.SESSION);
        }
    }

    private static PlannedSetting pool(TuningPlan plan, String name) {
        return plan.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** PostgreSQL has {@code reserved_connections} since 16; before, no text may call that part reserved. */
    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void onlyWhatTheServerReservesIsCalledReserved(int major) {
        TuningPlan plan = Calculator.plan(node().major(new PgMajor(major)).build());
        int reserved =
                Integer.parseInt(plan.value("superuser_reserved_connections").orElseThrow())
                        + Integer.parseInt(plan.value("reserved_connections").orElse("0"));

        assertThat(List.of(
                        plan.parameter("max_connections").orElseThrow().formula(),
                        plan.pool().reason(),
                        plan.settings().stream()
                                .filter(setting -> setting.name().equals("max_db_connections"))
                                .findFirst()
                                .orElseThrow()
                                .formula()))
                .allSatisfy(text -> {
                    assertThat(text.en()).containsPattern("\\b" + reserved + " reserved");
                    assertThat(text.ru()).containsPattern("\\b" + reserved + " в резерве");
                });
    }

    @Test
    void aSharedDiskIsAddedUp() {
        DiskBudget disk = only(node().databaseSize(MemorySize.parse("30GB"))
                .sharedDisk(MemorySize.parse("50GB"))
                .build());

        assertThat(disk.size()).contains(MemorySize.parse("50GB"));
        assertThat(disk.items()).extracting(DiskItem::id).containsExactly("data", "wal", "kept", "temporary");
        assertThat(disk.needed()).isEqualTo(MemorySize.parse("39424MB"));
        assertThat(disk.headroomFits()).isTrue();
    }

    /** Where the databases take no more than 80 % of the disk, the calculated WAL leaves the headroom free. */
    @Test
    void calculatedWalFitsBesideTheDatabases() {
        RandomInputs.each(input -> {
            TuningInput shared = input.toBuilder()
                    .sharedDisk(input.databaseSize().times(1.25).max(MemorySize.parse("4GB")))
                    .build();

            assertThat(only(shared).headroomFits()).isTrue();
            assertThat(Calculator.review(shared))
                    .extracting(PlanFinding::code)
                    .doesNotContain("disk.full", "disk.headroom");
        });
    }

    @Test
    void calculatedWalFitsOnADiskOfItsOwn() {
        RandomInputs.each(input -> {
            List<DiskBudget> disks = Calculator.plan(input).disks();

            assertThat(disks).hasSize(2);
            assertThat(disks.get(0).size()).isEmpty();
            assertThat(disks.get(1).size()).contains(input.walDisk());
            assertThat(disks.get(1).headroomFits()).isTrue();
        });
    }

    @Test
    void databasesThatFillTheDiskAreAnError() {
        TuningInput input = node().databaseSize(MemorySize.parse("50GB"))
                .sharedDisk(MemorySize.parse("50GB"))
                .build();

        assertThat(only(input).fits()).isFalse();
        assertThat(Calculator.review(input)).extracting(PlanFinding::code).containsExactly("disk.full");
        assertThat(Calculator.review(
                        input.toBuilder().sharedDisk(MemorySize.parse("60GB")).build()))
                .extracting(PlanFinding::code)
                .containsExactly("disk.headroom");
    }

    @Test
    void valuesOfTheSpecificationCount() {
        TuningInput input = node().databaseSize(MemorySize.parse("30GB"))
                .sharedDisk(MemorySize.parse("50GB"))
                .overrides(Map.of("max_slot_wal_keep_size", "15GB", "max_wal_size", "4GB"))
                .build();

        assertThat(only(input).needed()).isEqualTo(MemorySize.parse("49GB"));
        assertThat(only(input).fits()).isTrue();
        assertThat(only(input).headroomFits()).isFalse();
        assertThat(only(input).shortage().en()).endsWith("49 GB + 5 GB > 50 GB");
    }

    @Test
    void withoutALimitTheLineSaysSo() {
        DiskBudget disk = only(node().overrides(Map.of("max_slot_wal_keep_size", "-1", "temp_file_limit", "1GB"))
                .build());

        assertThat(disk.items().stream().filter(item -> !item.limited()).map(DiskItem::id))
                .containsExactly("kept");
        assertThat(disk.items().get(3).size()).isEqualTo(MemorySize.parse("12GB"));
    }

    /** Every rule that depends on the disk of WAL says that its size is assumed. */
    @ParameterizedTest
    @ValueSource(strings = {"balanced", "its-5866", "initdb-1c-18"})
    void anAssumedSizeIsCalledAssumed(String preset) {
        TuningInputBuilder assumed = node().preset(Preset.parse(preset));
        TuningPlan plan = Calculator.plan(assumed.build());
        TuningPlan other = Calculator.plan(
                assumed.build().toBuilder().walDisk(MemorySize.parse("3GB")).build());

        assertThat(only(plan.input()).size()).isEqualTo(Optional.empty());
        List<PlannedParameter> depending = plan.parameters().stream()
                .filter(parameter ->
                        !parameter.value().equals(other.value(parameter.name()).orElseThrow()))
                .filter(parameter -> !parameter.name().equals("min_wal_size"))
                .toList();
        assertThat(depending).isNotEmpty();
        assertThat(depending).allSatisfy(parameter -> {
            assertThat(parameter.formula().en()).contains("assumed");
            assertThat(parameter.formula().ru()).contains("принят");
        });
    }
}
