package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

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
        assertThat(MemorySize.parse(
                        plan(Map.of("shared_buffers", "8GB")).value("work_mem").orElseThrow()))
                .isLessThan(MemorySize.parse(plan(Map.of()).value("work_mem").orElseThrow()));
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
                        Calculator.plan(INPUT).kernel()));
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
        assertThat(last.change()).isEqualTo(Change.RESTART);
        assertThat(last.group()).isEqualTo(Group.OTHER);
        assertThat(plan.value("work_mem")).contains("32MB");
    }
}
