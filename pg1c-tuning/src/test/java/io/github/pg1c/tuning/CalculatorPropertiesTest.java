package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

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
            assertThat(catalogue.check(values, input.synchronous())).isEmpty();
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

    @Test
    void worstCaseIsExceededOnlyWithTheLeastWorkMem() {
        RandomInputs.each(input -> {
            TuningPlan plan = Calculator.plan(input);
            MemorySize floor = MemorySize.ofMegabytes(16);
            if (MemorySize.parse(plan.value("work_mem").orElseThrow()).compareTo(floor) > 0) {
                assertThat(plan.budget().worstFits()).isTrue();
            }
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
                .map(input -> PlanText.of(Calculator.plan(input), Language.RU))
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
                        .filter(parameter -> parameter.scope() == Scope.DCS)
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
        return new TuningInput(
                memory,
                input.cpus(),
                input.disk(),
                input.connections(),
                input.databaseSize(),
                input.major(),
                input.distribution(),
                input.preset(),
                input.standbys(),
                input.synchronous(),
                input.databaseCopies(),
                input.sharedWith1cServer(),
                input.walDisk(),
                input.overrides());
    }
}
