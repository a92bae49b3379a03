package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.OverrideCheck;
import io.github.pg1c.tuning.check.OverrideProblem;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.rule.Group;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverriddenPlanTest {

    private static final TuningInput INPUT =
            TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build();

    private static TuningPlan plan(Map<String, String> overrides) {
        return Calculator.plan(INPUT.withOverrides(overrides));
    }

    @Test
    void overrideReplacesTheValueInItsPlaceAndNamesTheCalculatedOne() {
        PlannedParameter parameter = plan(Map.of("checkpoint_timeout", "30min"))
                .parameter("checkpoint_timeout")
                .orElseThrow();
        assertThat(parameter.value()).isEqualTo("30min");
        assertThat(parameter.overridden()).isTrue();
        assertThat(parameter.group()).isEqualTo(Group.WAL);
        assertThat(parameter.reason().en()).contains("15min");
    }

    @Test
    void budgetCountsWhatIsInForce() {
        TuningPlan plan = plan(Map.of("work_mem", "1GB", "shared_buffers", "8192MB"));
        assertThat(plan.budget().fits()).isFalse();
        assertThat(plan.budget().items())
                .filteredOn(item -> item.id().equals("shared_buffers"))
                .extracting(BudgetItem::typical)
                .containsExactly(MemorySize.parse("8GB"));
    }

    @Test
    void otherValuesAreCalculatedFromIt() {
        TuningInput large =
                TuningInput.builder(MemorySize.parse("64GB"), 16, 200).build();
        TuningPlan halved = Calculator.plan(large.withOverrides(Map.of("shared_buffers", "32GB")));
        assertThat(MemorySize.parse(halved.value("work_mem").orElseThrow()))
                .isLessThan(MemorySize.parse(
                        Calculator.plan(large).value("work_mem").orElseThrow()));
        assertThat(plan(Map.of("max_connections", "500")).pool().maxDbConnections())
                .isEqualTo(485);
    }

    @Test
    void refusedOverrideLeavesTheCalculatedValue() {
        TuningPlan plan = plan(Map.of("work_mem", "a lot", "fsync", "off", "port", "1", "max_connections", "100"));
        assertThat(plan)
                .isEqualTo(new TuningPlan(
                        plan.input(),
                        Calculator.plan(INPUT).parameters(),
                        Calculator.plan(INPUT).budget(),
                        Calculator.plan(INPUT).pool(),
                        Calculator.plan(INPUT).kernel(),
                        Calculator.plan(INPUT).rules()));
    }

    @Test
    void connectionsThatDoNotHold1cAreAnError() {
        assertThat(Calculator.check(INPUT.withOverrides(Map.of("max_connections", "200"))))
                .singleElement()
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(OverrideProblem.Kind.HARMFUL))
                .satisfies(problem -> assertThat(problem.remedy().en()).contains("215"));
    }

    @Test
    void parameterWithoutRuleComesLast() {
        TuningPlan plan = plan(Map.of("archive_mode", "on", "Work_Mem", "32MB"));
        PlannedParameter last = plan.parameters().get(plan.parameters().size() - 1);
        assertThat(last.name()).isEqualTo("archive_mode");
        assertThat(last.change()).isEqualTo(Activation.RESTART);
        assertThat(last.group()).isEqualTo(Group.OTHER);
        assertThat(plan.value("work_mem")).contains("32MB");
    }

    @Test
    void boundsOfEveryParameterGiveAPlan() {
        for (ParameterSpec spec : ParameterCatalogue.of(new PgMajor(17), Distribution.POSTGRES_PRO_1C)
                .parameters()) {
            for (Double bound :
                    Stream.of(spec.min(), spec.max()).filter(Objects::nonNull).toList()) {
                String value = BigDecimal.valueOf(bound).toPlainString();
                Map<String, String> overrides = new TreeMap<>(Map.of("work_mem", "2097151MB"));
                overrides.put(spec.name(), value);
                TuningPlan plan = plan(overrides);
                boolean refused = Calculator.check(plan.input()).stream()
                        .anyMatch(problem -> problem.name().equals(spec.name())
                                && problem.severity() == OverrideProblem.Severity.ERROR);
                assertThat(plan.parameter(spec.name()).filter(PlannedParameter::overridden))
                        .describedAs(spec.name() + " = " + value)
                        .matches(parameter -> parameter.isPresent() != refused);
                assertThat(plan.budget().sum(Language.EN)).doesNotContain("-");
            }
        }
    }

    @Test
    void invalidValuesAreReportedAndNeverThrown() {
        SplittableRandom random = new SplittableRandom(7);
        ParameterCatalogue catalogue = ParameterCatalogue.of(new PgMajor(17), Distribution.PGDG);
        List<String> names =
                catalogue.parameters().stream().map(ParameterSpec::name).toList();
        List<String> pieces =
                List.of("1", "-", ".", "e9", "kB", "min", " ", "on", "\u0416", "99999999999", ",", "'", "_");
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int j = random.nextInt(5); j > 0; j--) {
                value.append(pieces.get(random.nextInt(pieces.size())));
            }
            String name = i % 10 == 0 ? value + "x" : names.get(random.nextInt(names.size()));
            Map<String, String> overrides = Map.of(name, value.toString());
            assertThat(OverrideCheck.problems(catalogue, overrides, true))
                    .allSatisfy(problem -> assertThat(problem.remedy().en()).isNotBlank());
        }
    }

    @ParameterizedTest
    @CsvSource({"hdd, 2, 0", "hdd, 2.1, 1", "ssd, 1.1, 0", "ssd, 1.2, 1", "nvme, 1, 0"})
    void warnsOfASequentialCostAboveTheDisksRandomCost(String disk, String cost, int warnings) {
        TuningInput input = TuningInput.builder(MemorySize.parse("16GB"), 6, 200)
                .disk(DiskClass.parse(disk))
                .overrides(Map.of("Seq_Page_Cost", cost))
                .build();
        assertThat(Calculator.check(input))
                .hasSize(warnings)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(OverrideProblem.Severity.WARNING));
    }

    @Test
    void ownRandomCostIsTheLimitOfTheSequentialOne() {
        assertThat(Calculator.check(TuningInput.builder(MemorySize.parse("16GB"), 6, 200)
                        .overrides(Map.of("seq_page_cost", "3", "random_page_cost", "4"))
                        .build()))
                .isEmpty();
    }
}
