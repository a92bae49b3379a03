package io.github.pg1c.tuning.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterSpec;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedParameter;
import io.github.pg1c.tuning.plan.TuningPlan;
import io.github.pg1c.tuning.preset.RuleSets;
import org.junit.jupiter.api.Test;

class MeasuredEffectTest {

    private static final TuningInput INPUT = TuningInput.builder(MemorySize.parse("2GB"), 2, 24)
            .major(new PgMajor(18))
            .distribution(Distribution.PGDG)
            .build();

    @Test
    void everyRuleThatWasSwitchedOffIsOneOfBalanced() {
        assertThat(MeasuredEffects.all().keySet())
                .isNotEmpty()
                .isSubsetOf(RuleSets.builtIn().of(Preset.BALANCED).ids());
    }

    @Test
    void rulesThatWereSwitchedOffDepartFromTheServersDefault() {
        TuningPlan plan = Calculator.plan(INPUT);
        ParameterCatalogue catalogue = ParameterCatalogue.of(INPUT.major(), INPUT.distribution());
        for (PlannedParameter one : plan.parameters()) {
            if (MeasuredEffects.all().containsKey(one.ruleId())) {
                ParameterSpec spec = catalogue.find(one.name()).orElseThrow();
                assertThat(one.value())
                        .describedAs(one.name())
                        .isNotEqualTo(spec.defaultValue())
                        .isNotEqualTo(spec.readableDefault());
            }
        }
    }

    @Test
    void everyEffectIsToldInBothLanguages() {
        MeasuredEffects.all()
                .values()
                .forEach(effects -> effects.forEach(effect -> {
                    assertThat(effect.ratio()).isPositive();
                    assertThat(effect.noise()).isBetween(0.0, 1.0);
                    assertThat(effect.rounds()).isPositive();
                    assertThat(effect.text().ru()).matches("(?s).*[а-яА-Я].*");
                    assertThat(effect.text().en()).doesNotMatch("(?s).*[а-яА-Я].*");
                    // What is called an effect is one.
                    assertThat(effect.withinNoise()
                                    || Math.abs(Math.log(effect.ratio())) > Math.log(1 + effect.noise()) - 0.01)
                            .describedAs(effect.toString())
                            .isTrue();
                }));
    }

    @Test
    void theExplanationShowsIt() {
        Explanation explanation =
                Explanation.of(Calculator.plan(INPUT), "random_page_cost").orElseThrow();
        assertThat(explanation.measured()).isNotEmpty();
        assertThat(explanation.text(Language.EN)).contains("measured").contains("without it reports");
        assertThat(explanation.text(Language.RU)).contains("измерено").contains("без него отчёты");
    }

    @Test
    void otherPresetsAndValuesOfTheUserWereNotMeasured() {
        assertThat(Explanation.of(Calculator.plan(INPUT.withPreset(Preset.ITS_5866)), "random_page_cost")
                        .orElseThrow()
                        .measured())
                .isEmpty();
        assertThat(MeasuredEffect.of(PlannedParameter.OVERRIDE)).isEmpty();
    }
}
