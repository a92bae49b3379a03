package com.example.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleSet;
import org.junit.jupiter.api.Test;

class AcmeRulesTest {

    /** Found as the plugin finds it. */
    private static final RuleSet PAYROLL =
            RuleSets.installed(AcmeRulesTest.class.getClassLoader()).of(AcmeRules.PAYROLL);

    @Test
    void workMemNeverExceedsTheCeiling() {
        for (String memory : new String[] {"16GB", "64GB", "256GB", "1TB"}) {
            TuningPlan plan = plan(memory);

            assertThat(MemorySize.parse(plan.value("work_mem").orElseThrow()))
                    .isLessThanOrEqualTo(MemorySize.parse("64MB"));
            assertThat(plan.budget().fits()).isTrue();
        }
    }

    @Test
    void theCeilingCountsOnlyWhereThePresetCalculatedMore() {
        assertThat(plan("16GB").value("work_mem"))
                .isEqualTo(Calculator.plan(input("16GB")).value("work_mem"));
        assertThat(plan("256GB").value("work_mem")).contains("64MB");
    }

    @Test
    void thePlanShowsWhoseRuleItIs() {
        PlannedParameter workMem = plan("256GB").parameter("work_mem").orElseThrow();

        assertThat(workMem.ruleId()).isEqualTo("acme.work_mem");
        assertThat(workMem.source().code()).isEqualTo("acme-dba");
        assertThat(workMem.formula().en()).endsWith(", at most 64MB");
    }

    @Test
    void oneParameterIsAddedAndOneLeftToTheServer() {
        assertThat(plan("64GB").value("jit")).isEmpty();
        assertThat(plan("64GB").value("log_recovery_conflict_waits")).contains("on");
    }

    private static TuningPlan plan(String memory) {
        return Calculator.plan(input(memory), PAYROLL);
    }

    private static TuningInput input(String memory) {
        return TuningInput.builder(MemorySize.parse(memory), 32, 200).build();
    }
}
