package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.derived.ClusterTuning;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.rule.RuleInput;
import io.github.pg1c.tuning.rule.RuleResult;
import io.github.pg1c.tuning.rule.RuleSet;
import io.github.pg1c.tuning.rule.TuningRule;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A specification names a set of rules of its own as its preset. */
class OwnRuleSetTest {

    private static final RuleSet ACME = RuleSets.builtIn()
            .of(Preset.BALANCED)
            .named(new Preset("acme"), Text.same("Acme"))
            .with(new LittleWorkMem());
    private static final RuleSets SETS = RuleSets.builtIn().with(ACME);

    /** As a company would write it. */
    private record LittleWorkMem() implements TuningRule {

        @Override
        public String id() {
            return "acme.work_mem";
        }

        @Override
        public String parameter() {
            return "work_mem";
        }

        @Override
        public Text reason() {
            return Text.of("Our reports are small.", "У нас небольшие отчёты.");
        }

        @Override
        public RuleResult calculate(RuleInput input) {
            return input.replaced().orElseThrow().atMost(MemorySize.parse("5MB"));
        }
    }

    @Test
    void ownRulesReachThePlanOfEveryNode() {
        Specification specification = read("acme");

        assertThat(specification.problems()).isEmpty();
        assertThat(specification.cluster().orElseThrow().workload().preset()).isEqualTo(ACME);
        assertThat(ClusterTuning.of(specification.cluster().orElseThrow())
                        .plans()
                        .values())
                .containsExactlyElementsOf(
                        specification.plan().orElseThrow().tuning().plans().values())
                .allSatisfy(plan -> assertThat(plan.value("work_mem")).contains("5MB"))
                .extracting(TuningPlan::rules)
                .containsOnly(ACME);
    }

    @Test
    void unknownPresetIsRefusedWithTheKnownOnes() {
        assertThat(read("acmee").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("PG1C-024");
            assertThat(problem.path()).isEqualTo("workload.preset");
            assertThat(problem.remedy().en()).contains("acme").contains("its-5866");
        });
    }

    @Test
    void ownPresetIsUnknownWhereItsSetIsNotThere() {
        assertThat(SpecificationReader.read(text("acme"), "x.yaml").problems())
                .extracting(Problem::path)
                .containsExactly("workload.preset");
    }

    private static Specification read(String preset) {
        return SpecificationReader.read(text(preset).getBytes(StandardCharsets.UTF_8), "x.yaml", SETS);
    }

    private static String text(String preset) {
        String zup = Systems.ZUP.text();
        String changed = zup.replaceFirst("(?m)^workload:\\n", "workload:\n  preset: " + preset + "\n");
        assertThat(changed).isNotEqualTo(zup);
        return changed;
    }
}
