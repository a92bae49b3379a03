package io.github.pg1c.tuning.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.check.PlanFinding;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.BudgetItem;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import io.github.pg1c.tuning.text.PlanFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RuleSetTest {

    private static final TuningInput INPUT =
            TuningInput.builder(MemorySize.parse("64GB"), 16, 300).build();
    private static final RuleSet BALANCED = RuleSets.builtIn().of(Preset.BALANCED);

    /** As a user would write it. */
    private record Own(String id, String parameter, Function<RuleInput, Object> value) implements TuningRule {

        @Override
        public Text reason() {
            return Text.of("Measured by us.", "Измерено нами.");
        }

        @Override
        public RuleResult calculate(RuleInput facts) {
            return RuleResult.of(value.apply(facts), "ours");
        }
    }

    private static Own own(String parameter, Function<RuleInput, Object> value) {
        return new Own("acme." + parameter, parameter, value);
    }

    @Test
    void ownRuleTakesThePlaceOfThePresetsAndIsCountedWith() {
        RuleSet rules =
                BALANCED.with(own("temp_buffers", facts -> facts.available().dividedBy(512)));
        TuningPlan plan = Calculator.plan(INPUT, rules);
        PlannedParameter parameter = plan.parameter("temp_buffers").orElseThrow();
        assertThat(parameter.value()).isEqualTo("128MB");
        assertThat(parameter.ruleId()).isEqualTo("acme.temp_buffers");
        assertThat(parameter.group()).isEqualTo(Group.MEMORY);
        assertThat(parameter.source().code()).isEqualTo("user");
        assertThat(parameter.confidence()).isEqualTo(Confidence.PROPOSAL);
        assertThat(plan.budget().items())
                .filteredOn(item -> item.id().equals("temp_buffers"))
                .extracting(BudgetItem::worst)
                .containsExactly(MemorySize.parse("128MB").times(300L));
        // The others are calculated from it.
        assertThat(MemorySize.parse(plan.value("work_mem").orElseThrow()))
                .isLessThan(MemorySize.parse(
                        Calculator.plan(INPUT).value("work_mem").orElseThrow()));
        assertThat(plan.parameters()).extracting(PlannedParameter::group).isSorted();
    }

    @Test
    void ownRuleForAnotherParameterIsAddedInItsSection() {
        TuningPlan plan = Calculator.plan(INPUT, BALANCED.with(own("archive_timeout", facts -> "5min")));
        assertThat(plan.parameter("archive_timeout").orElseThrow().group()).isEqualTo(Group.OTHER);
        assertThat(plan.value("archive_timeout")).contains("5min");
    }

    @Test
    void ownRuleReadsOtherValues() {
        TuningPlan plan = Calculator.plan(
                INPUT,
                BALANCED.with(own(
                                "effective_cache_size",
                                facts -> facts.size("shared_buffers")
                                        .orElseThrow()
                                        .times(3L)))
                        .with(own("max_parallel_workers", facts -> facts.cpus() / 4))
                        .with(own(
                                "vacuum_cost_limit",
                                facts -> (int) facts.number("bgwriter_lru_maxpages")
                                                .orElseThrow()
                                        * 2))
                        .with(own(
                                "cluster_unknown",
                                facts -> facts.value("work_mem_of_nobody").isPresent())));
        assertThat(plan.value("effective_cache_size")).contains("48GB");
        assertThat(plan.value("max_parallel_workers")).contains("4");
        assertThat(plan.value("vacuum_cost_limit")).contains("1000");
        assertThat(plan.value("cluster_unknown")).contains("false");
    }

    @Test
    void overrideGoesBeforeOwnRules() {
        TuningPlan plan = Calculator.plan(
                INPUT.withOverrides(Map.of("temp_buffers", "16MB")),
                BALANCED.with(own("temp_buffers", facts -> "64MB")));
        assertThat(plan.value("temp_buffers")).contains("16MB");
        assertThat(plan.parameter("temp_buffers").orElseThrow().reason().en()).contains("64MB");
    }

    @Test
    void ownRuleThatDoesNotApplyLeavesTheServersDefault() {
        TuningRule never = new TuningRule() {
            @Override
            public String id() {
                return "acme.jit";
            }

            @Override
            public String parameter() {
                return "jit";
            }

            @Override
            public Text reason() {
                return Text.same("never");
            }

            @Override
            public boolean applies(RuleInput facts) {
                return facts.input().cpus() > 100;
            }

            @Override
            public RuleResult calculate(RuleInput facts) {
                return RuleResult.of("off", "jit");
            }
        };
        assertThat(Calculator.plan(INPUT, BALANCED.with(never)).value("jit")).isEmpty();
    }

    @Test
    void valueThatTheServerWouldRefuseNamesTheRule() {
        for (Own wrong : List.of(
                own("work_mem", facts -> "a lot"),
                own("shared_buffers", facts -> "1kB"),
                own("fsync", facts -> "off"),
                own("port", facts -> 5433),
                own("statement_timeout", facts -> "1h"))) {
            assertThatThrownBy(() -> Calculator.plan(INPUT, BALANCED.with(wrong)))
                    .isInstanceOf(FaultyRulesException.class)
                    .hasMessageContaining("rule " + wrong.id())
                    .hasMessageContaining(wrong.parameter());
        }
    }

    @Test
    void rulesThatWaitForEachOtherAreRefused() {
        RuleSet rules = BALANCED.with(
                        own("work_mem", facts -> facts.value("temp_buffers").orElseThrow()))
                .with(own("temp_buffers", facts -> facts.value("work_mem").orElseThrow()));
        assertThatThrownBy(() -> Calculator.plan(INPUT, rules))
                .isInstanceOf(FaultyRulesException.class)
                .hasMessageContaining("work_mem")
                .hasMessageContaining("temp_buffers");
    }

    @Test
    void takenIdsAreRefused() {
        assertThatThrownBy(() -> BALANCED.with(new Own("balanced.jit", "jit", facts -> "off")))
                .hasMessageContaining("balanced.jit");
        assertThatThrownBy(() -> BALANCED.with(new Own("override", "jit", facts -> "off")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BALANCED.with(new Own(" ", "jit", facts -> "off")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ruleSwitchedOffLeavesTheDefaultWhichTheBudgetCounts() {
        Text reason = Text.of("we measured it", "мы измерили");
        TuningPlan plan = Calculator.plan(INPUT, BALANCED.without("balanced.temp_buffers", reason));
        assertThat(plan.value("temp_buffers")).isEmpty();
        assertThat(plan.switchedOff())
                .containsExactly(new OmittedRule("balanced.temp_buffers", "temp_buffers", reason));
        assertThat(plan.budget().items())
                .filteredOn(item -> item.id().equals("temp_buffers"))
                .extracting(BudgetItem::worst)
                .containsExactly(MemorySize.parse("8MB").times(300L));
        assertThat(BALANCED.switchedOff()).isEmpty();
        assertThat(PlanFormat.TABLE.text(plan, Language.RU)).contains("balanced.temp_buffers: мы измерили");
    }

    @Test
    void everyRuleCanBeSwitchedOff() {
        for (Preset preset : RuleSets.builtIn().presets()) {
            for (String id : RuleSets.builtIn().of(preset).ids()) {
                RuleSet rules = RuleSets.builtIn().of(preset).without(id, Text.same("test"));
                assertThat(rules.ids()).doesNotContain(id);
                for (int major = 14; major <= 18; major++) {
                    TuningInput input = INPUT.toBuilder()
                            .preset(preset)
                            .major(new PgMajor(major))
                            .build();
                    assertThat(Calculator.plan(input, rules).parameters())
                            .extracting(PlannedParameter::ruleId)
                            .doesNotContain(id);
                }
            }
        }
    }

    @Test
    void unknownRuleIsRefusedWithSimilarOnes() {
        assertThatThrownBy(() -> BALANCED.without("balanced.jitt", Text.same("")))
                .hasMessage("no rule 'balanced.jitt': did you mean balanced.jit?");
        assertThatThrownBy(() -> BALANCED.without("jit", Text.same(""))).hasMessageContaining("balanced.jit");
        assertThatThrownBy(() -> BALANCED.without("zzzzzzzzzzzzz", Text.same("")))
                .hasMessage("no rule 'zzzzzzzzzzzzz': write an id that the plan shows");
    }

    @Test
    void switchedOffRuleMayBeReplaced() {
        TuningPlan plan = Calculator.plan(
                INPUT,
                BALANCED.without("balanced.temp_buffers", Text.same("first"))
                        .with(own("temp_buffers", facts -> "32MB")));
        assertThat(plan.value("temp_buffers")).contains("32MB");
        assertThat(plan.switchedOff()).isEmpty();
    }

    @Test
    void withoutRulesOnlyWhatTheUserSaidIsPlanned() {
        TuningPlan plan = Calculator.plan(INPUT.withOverrides(Map.of("jit", "off")), RuleSet.none());
        assertThat(plan.parameters()).extracting(PlannedParameter::name).containsExactly("jit");
        assertThat(RuleSet.none().ids()).isEmpty();
    }

    @Test
    void ownRuleChangesWhatThePresetCalculated() {
        TuningInput large =
                TuningInput.builder(MemorySize.parse("256GB"), 32, 200).build();
        MemorySize limit = MemorySize.parse("64MB");
        TuningPlan plan = Calculator.plan(large, BALANCED.with(capped("acme.work_mem", limit)));
        PlannedParameter parameter = plan.parameter("work_mem").orElseThrow();

        assertThat(MemorySize.parse(Calculator.plan(large).value("work_mem").orElseThrow()))
                .isGreaterThan(limit);
        assertThat(parameter.value()).isEqualTo("64MB");
        assertThat(parameter.ruleId()).isEqualTo("acme.work_mem");
        assertThat(parameter.formula().en()).contains("memory that is left").endsWith(", at most 64MB");
        assertThat(parameter.formula().ru()).contains("остаток памяти").endsWith(", не больше 64MB");
        assertThat(parameter.group()).isEqualTo(Group.MEMORY);
        assertThat(plan.budget().worst())
                .isLessThan(Calculator.plan(large).budget().worst());
    }

    @Test
    void limitThatDoesNotCountLeavesThePresetsCalculation() {
        PlannedParameter preset = Calculator.plan(INPUT).parameter("work_mem").orElseThrow();
        PlannedParameter parameter = Calculator.plan(
                        INPUT, BALANCED.with(capped("acme.work_mem", MemorySize.parse("1GB"))))
                .parameter("work_mem")
                .orElseThrow();

        assertThat(parameter.value()).isEqualTo(preset.value());
        assertThat(parameter.formula()).isEqualTo(preset.formula());
        assertThat(parameter.ruleId()).isEqualTo("acme.work_mem");
    }

    @Test
    void rulesOfOneParameterReplaceEachOtherInOrder() {
        RuleSet rules = BALANCED.with(capped("acme.work_mem", MemorySize.parse("64MB")))
                .with(capped("acme.test.work_mem", MemorySize.parse("5MB")));

        assertThat(Calculator.plan(INPUT, rules).value("work_mem")).contains("5MB");
        assertThat(rules.ids()).contains("acme.test.work_mem").doesNotContain("acme.work_mem", "balanced.work_mem");
    }

    @Test
    void nothingIsReplacedWhereTheSetHasNoOtherRule() {
        RuleSet rules = BALANCED.with(own("archive_timeout", facts -> {
            assertThat(facts.replaced()).isEmpty();
            return "5min";
        }));

        assertThat(Calculator.plan(INPUT, rules).value("archive_timeout")).contains("5min");
    }

    @Test
    void ruleThatAsksForItsOwnValueIsToldWhatItReplaces() {
        RuleSet rules =
                BALANCED.with(own("work_mem", facts -> facts.value("work_mem").orElseThrow()));

        assertThatThrownBy(() -> Calculator.plan(INPUT, rules))
                .isInstanceOf(FaultyRulesException.class)
                .hasMessageContaining("work_mem")
                .hasMessageContaining("replaced()");
    }

    @Test
    void namedSetShowsInThePlan() {
        Preset name = new Preset("acme-payroll");
        RuleSet rules = BALANCED.named(name, Text.same("Acme: payroll"))
                .with(capped("acme.work_mem", MemorySize.parse("64MB")));
        TuningPlan plan = Calculator.plan(INPUT, rules);

        assertThat(plan.input().preset()).isEqualTo(name);
        assertThat(plan.rules()).isSameAs(rules);
        assertThat(PlanFormat.JSON.text(plan, Language.EN)).contains("\"preset\": \"acme-payroll\"");
        assertThat(Calculator.review(plan)).extracting(PlanFinding::code).doesNotContain("preset.reference");
    }

    private static TuningRule capped(String id, MemorySize limit) {
        return new TuningRule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public String parameter() {
                return "work_mem";
            }

            @Override
            public Text reason() {
                return Text.of("Our reports are many.", "У нас много отчётов.");
            }

            @Override
            public RuleResult calculate(RuleInput input) {
                return input.replaced().orElseThrow().atMost(limit);
            }
        };
    }
}
