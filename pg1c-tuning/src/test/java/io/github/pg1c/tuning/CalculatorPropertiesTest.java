package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterOwner;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.check.OverrideCheck;
import io.github.pg1c.tuning.compare.PlanComparison;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.MemoryBudget;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.text.PlanFormat;
import io.github.pg1c.tuning.text.PostgresConf;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class CalculatorPropertiesTest {

    @Test
    void everyValueIsOneThatTheServerTakes() {
        RandomInputs.each(input -> {
            ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
            Map<String, String> values = new TreeMap<>();
            Calculator.plan(input).parameters().forEach(parameter -> {
                assertThat(catalogue.find(parameter.name()))
                        .describedAs(parameter.name() + " in " + input.major())
                        .isPresent();
                values.put(parameter.name(), parameter.value());
            });
            values.remove("wal_log_hints"); // planned for the DCS, but not for users to change
            assertThat(OverrideCheck.problems(catalogue, values, input.synchronous()))
                    .isEmpty();
        });
    }

    @Test
    void everyParameterStandsOnceAndInTheOrderOfGroups() {
        RandomInputs.each(input -> {
            List<PlannedParameter> parameters = Calculator.plan(input).parameters();
            assertThat(parameters).extracting(PlannedParameter::name).doesNotHaveDuplicates();
            assertThat(parameters).extracting(PlannedParameter::group).isSorted();
            assertThat(parameters).noneMatch(parameter -> parameter.name().equals("synchronous_standby_names"));
            assertThat(parameters)
                    .allSatisfy(parameter -> assertThat(List.of(parameter.reason(), parameter.formula()))
                            .allMatch(text -> !text.en().isBlank() && !text.ru().isBlank()));
        });
    }

    @Test
    void sumOfTheBudgetIsTheSumOfItsItems() {
        RandomInputs.each(input -> {
            MemoryBudget budget = Calculator.plan(input).budget();
            assertThat(budget.items().stream()
                            .mapToLong(item -> item.typical().bytes())
                            .sum())
                    .isEqualTo(budget.typical().bytes());
            assertThat(budget.items().stream()
                            .mapToLong(item -> item.worst().bytes())
                            .sum())
                    .isEqualTo(budget.worst().bytes());
            assertThat(budget.items())
                    .allSatisfy(item -> assertThat(item.typical()).isLessThanOrEqualTo(item.worst()));
            assertThat(budget.limit()).isLessThanOrEqualTo(input.memory());
            assertThat(budget.fits()).isEqualTo(budget.typical().compareTo(budget.limit()) <= 0);
        });
    }

    /** Balanced exceeds the memory only where even the least that sessions need does. */
    @Test
    void worstCaseIsExceededOnlyWithTheLeastWorkMem() {
        RandomInputs.each(input -> {
            TuningPlan plan = Calculator.plan(input);
            MemorySize floor = input.sharedWith1cServer()
                    ? input.memory().dividedBy(512)
                    : input.memory().dividedBy(256);
            MemorySize workMem = MemorySize.parse(plan.value("work_mem").orElseThrow());
            if (workMem.compareTo(floor.between(MemorySize.ofMegabytes(4), MemorySize.ofMegabytes(16))) > 0) {
                assertThat(plan.budget().worstFits())
                        .describedAs(plan.budget().sum(Language.EN))
                        .isTrue();
            }
        });
    }

    @Test
    void everyPresetStaysWithinTheServersBounds() {
        RandomInputs.each(input -> {
            for (Preset preset : RuleSets.builtIn().presets()) {
                ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
                TuningPlan plan = Calculator.plan(input.withPreset(preset));
                assertThat(plan.parameters())
                        .extracting(PlannedParameter::group)
                        .isSorted();
                assertThat(plan.parameters()).extracting(PlannedParameter::name).doesNotHaveDuplicates();
                assertThat(plan.parameters()).allSatisfy(parameter -> {
                    ParameterSpec spec = catalogue.find(parameter.name()).orElseThrow();
                    assertThat(spec.inBounds(parameter.value())).isTrue();
                    assertThat(parameter.unit()).isEqualTo(spec.unit() == null ? "" : spec.unit());
                    assertThat(parameter.ruleId()).isEqualTo(preset.id() + "." + parameter.name());
                    assertThat(catalogue.handling(parameter.name()).least().orElse(Integer.MIN_VALUE))
                            .isLessThanOrEqualTo(
                                    (int) spec.number(parameter.value()).orElse(Integer.MAX_VALUE));
                });
                assertThat(plan.budget().typical())
                        .isLessThanOrEqualTo(plan.budget().worst());
            }
        });
    }

    /** A plan that is written, read and calculated from its own values again is the same. */
    @Test
    void plansAreStableUnderReparsing() {
        RandomInputs.each(input -> {
            TuningPlan plan = Calculator.plan(input);
            Map<String, String> values =
                    new TreeMap<>(PostgresConf.parse(PlanFormat.POSTGRESQL_CONF.text(plan, Language.RU))
                            .values());
            ParameterCatalogue catalogue = ParameterCatalogue.of(input.major(), input.distribution());
            values.keySet().removeIf(name -> catalogue.handling(name).owner() != ParameterOwner.USER);
            TuningPlan again = Calculator.plan(input.withOverrides(values));
            assertThat(PlanComparison.of(plan, again).same()).isTrue();
            assertThat(again.budget()).isEqualTo(plan.budget());
            assertThat(again.pool()).isEqualTo(plan.pool());
            assertThat(again.kernel()).isEqualTo(plan.kernel());
            assertThat(Calculator.plan(input)).isEqualTo(plan);
        });
    }

    @Test
    void moreMemoryNeverGivesLess() {
        List<String> sizes = List.of(
                "shared_buffers",
                "work_mem",
                "temp_buffers",
                "maintenance_work_mem",
                "effective_cache_size",
                "autovacuum_work_mem",
                "max_wal_size");
        RandomInputs.each(input -> {
            TuningPlan less = Calculator.plan(input);
            TuningPlan more = Calculator.plan(withMemory(input, input.memory().times(2L)));
            for (String name : sizes) {
                assertThat(MemorySize.parse(more.value(name).orElseThrow()))
                        .describedAs(name)
                        .isGreaterThanOrEqualTo(
                                MemorySize.parse(less.value(name).orElseThrow()));
            }
            assertThat(more.budget().fits() || !less.budget().fits()).isTrue();
        });
    }

    @Test
    void anyLocaleGivesTheSamePlan() {
        Locale before = Locale.getDefault();
        try {
            List<String> plans = texts();
            for (String tag : List.of("ar-EG-u-nu-arab", "tr-TR", "ru-RU", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(texts()).isEqualTo(plans);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static List<String> texts() {
        return RandomInputs.some()
                .limit(50)
                .flatMap(input -> RuleSets.builtIn().presets().stream().map(input::withPreset))
                .flatMap(input -> Arrays.stream(PlanFormat.values())
                        .map(format -> format.text(Calculator.plan(input), Language.RU)))
                .toList();
    }

    @Test
    void poolHoldsEveryConnectionOf1cAndNeverMoreThanTheServer() {
        RandomInputs.each(input -> {
            TuningPlan plan = Calculator.plan(input);
            int most = Integer.parseInt(plan.value("max_connections").orElseThrow());
            assertThat(plan.pool().poolSize()).isEqualTo(input.connections());
            assertThat(plan.pool().maxDbConnections()).isBetween(input.connections(), most - 5);
            assertThat(plan.pool().maxClientConnections()).isGreaterThan(input.connections());
            assertThat(plan.pool().fileDescriptors()).isGreaterThan(8000);
        });
    }

    @Test
    void patroniKeepsItsParametersInTheDcs() {
        Set<String> dcs =
                Calculator.plan(TuningInput.builder(MemorySize.parse("8GB"), 4, 50)
                                .build())
                        .parameters()
                        .stream()
                        .filter(parameter -> parameter.scope() == ParameterScope.DCS)
                        .map(PlannedParameter::name)
                        .collect(Collectors.toSet());
        assertThat(dcs)
                .containsExactlyInAnyOrder(
                        "max_connections",
                        "max_locks_per_transaction",
                        "max_prepared_transactions",
                        "max_replication_slots",
                        "max_wal_senders",
                        "max_worker_processes",
                        "track_commit_timestamp",
                        "wal_keep_size",
                        "wal_level",
                        "wal_log_hints");
    }

    private static TuningInput withMemory(TuningInput input, MemorySize memory) {
        return input.toBuilder(memory, input.cpus(), input.connections()).build();
    }
}
