package io.github.pg1c.tuning.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideProblem.Severity;
import io.github.pg1c.tuning.input.ContainerLimits;
import io.github.pg1c.tuning.input.PoolMode;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.input.TuningInputBuilder;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanReviewTest {

    private static TuningInputBuilder node() {
        return TuningInput.builder(MemorySize.parse("32GB"), 8, 200);
    }

    private static PlanFinding only(UnaryOperator<TuningInputBuilder> change) {
        assertThat(Calculator.review(change.apply(node()).build())).hasSize(1);
        return Calculator.review(change.apply(node()).build()).get(0);
    }

    @Test
    void aUsualNodeIsFine() {
        assertThat(Calculator.review(node().build())).isEmpty();
    }

    @Test
    void versionNineteenIsRefusedFor1c() {
        PlanFinding finding = only(node -> node.major(new PgMajor(19)));
        assertThat(finding.code()).isEqualTo("version.strings");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message().en()).contains("19").contains("standard_conforming_strings");
        assertThat(Calculator.review(node().major(new PgMajor(19))
                        .distribution(Distribution.PGDG)
                        .build()))
                .extracting(PlanFinding::code)
                .containsExactly("version.unknown", "distribution.without-1c");
        assertThat(only(node -> node.major(new PgMajor(13))).code()).isEqualTo("version.unknown");
    }

    @ParameterizedTest
    @CsvSource({"transaction", "statement"})
    void onlySessionPoolingIsAccepted(String mode) {
        PlanFinding finding = only(node -> node.pooling(PoolMode.parse(mode)));
        assertThat(finding.code()).isEqualTo("pooling.mode");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message().ru()).contains(mode);
    }

    @Test
    void communityBuildCannotHoldInfobases() {
        assertThat(only(node -> node.distribution(Distribution.PGDG)).code()).isEqualTo("distribution.without-1c");
    }

    @Test
    void memoryThatDoesNotSufficeIsAnErrorAndWorstCaseAWarning() {
        assertThat(Calculator.review(
                        TuningInput.builder(MemorySize.parse("2GB"), 16, 500).build()))
                .extracting(PlanFinding::code)
                .containsExactly("memory.typical");
        PlanFinding worst = Calculator.review(TuningInput.builder(MemorySize.parse("16GB"), 8, 400)
                        .overrides(Map.of("work_mem", "64MB"))
                        .build())
                .get(0);
        assertThat(worst.code()).isEqualTo("memory.worst");
        assertThat(worst.severity()).isEqualTo(Severity.WARNING);
        assertThat(worst.message().en()).matches(".* MB of 16384 MB: 2\\d\\d %");
        // The preset is balanced already.
        assertThat(worst.remedy().en()).isEqualTo("add memory, or lower work_mem and temp_buffers");
    }

    @Test
    void connectionsAreMeasuredByProcessors() {
        PlanFinding finding = Calculator.review(
                        TuningInput.builder(MemorySize.parse("64GB"), 4, 201).build())
                .get(0);
        assertThat(finding.code()).isEqualTo("connections.cpus");
        assertThat(finding.remedy().en()).contains("200");
        assertThat(Calculator.review(
                        TuningInput.builder(MemorySize.parse("64GB"), 4, 200).build()))
                .isEmpty();
    }

    @Test
    void containerGetsNoKernelSettings() {
        TuningInput input = node().container(new ContainerLimits(MemorySize.parse("16GB"), 4.9))
                .build();
        TuningPlan plan = Calculator.plan(input);
        assertThat(plan.budget().limit()).hasToString("16GB");
        assertThat(plan.value("shared_buffers")).contains("4GB");
        assertThat(plan.value("max_worker_processes")).contains("8");
        assertThat(plan.kernel().setting("vm.overcommit_memory").orElseThrow().value())
                .isEqualTo("0");
        assertThat(Calculator.review(input)).extracting(PlanFinding::code).containsExactly("container.kernel");
    }

    @Test
    void containerNeverAddsToItsHost() {
        TuningInput input = node().container(new ContainerLimits(MemorySize.parse("64GB"), 64))
                .build();
        assertThat(input.usableMemory()).isEqualTo(MemorySize.parse("32GB"));
        assertThat(input.usableCpus()).isEqualTo(8);
        assertThat(new ContainerLimits(MemorySize.parse("1GB"), 0.5).wholeCpus())
                .isEqualTo(1);
    }

    @Test
    void overridesComeWithTheirKindAndErrorsFirst() {
        assertThat(Calculator.review(node().overrides(Map.of("huge_pages", "on", "work_men", "1MB", "port", "1"))
                        .build()))
                .extracting(PlanFinding::code)
                .containsExactly("override.managed-by-patroni", "override.unknown", "override.harmful");
    }

    @Test
    void aPresetForComparisonMayExceedTheMemoryAndSaysSo() {
        assertThat(Calculator.review(TuningInput.builder(MemorySize.parse("64GB"), 16, 600)
                        .preset(Preset.INITDB_1C_18)
                        .build()))
                .extracting(PlanFinding::code, PlanFinding::severity)
                .containsExactly(
                        tuple("memory.typical", Severity.WARNING), tuple("preset.reference", Severity.WARNING));
    }
}
