package io.github.pg1c.tuning.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.PlannedSetting;
import io.github.pg1c.tuning.plan.TuningPlan;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final TuningPlan PLAN = Calculator.plan(TuningInput.builder(MemorySize.parse("64GB"), 16, 400)
            .overrides(Map.of("work_mem", "48MB"))
            .build());

    @Test
    void hasEverythingThatIsKnown() {
        Explanation explanation = Explanation.of(PLAN, "Work_Mem").orElseThrow();
        assertThat(explanation.parameter().value()).isEqualTo("48MB");
        assertThat(explanation.presets())
                .containsEntry(Preset.ITS_5866, "1GB")
                .containsEntry(Preset.INITDB_1C_18, "128MB")
                .containsKey(Preset.BALANCED);
        assertThat(explanation.disagreement()).contains(DisputedParameter.WORK_MEM);
        assertThat(explanation.spec().orElseThrow().readableDefault()).isEqualTo("4MB");
        assertThat(explanation.text(Language.EN))
                .startsWith("work_mem = 48MB\n")
                .contains("its-5866 1GB")
                .contains("sources differ")
                .contains("64..2147483647 kB");
        assertThat(explanation.text(Language.RU))
                .contains("источники расходятся")
                .contains("наборы правил");
    }

    @Test
    void restartsNameTheOrderOfMembers() {
        assertThat(Explanation.of(PLAN, "max_connections").orElseThrow().text(Language.EN))
                .contains("restart; to raise it restart all standbys first");
        assertThat(Explanation.of(PLAN, "shared_buffers").orElseThrow().text(Language.EN))
                .contains("restart; any order");
        assertThat(Explanation.of(PLAN, "wal_compression").orElseThrow().text(Language.EN))
                .contains("pglz");
    }

    @Test
    void measurementOfPglzIsNotShownForLz4() {
        TuningPlan lz4 = Calculator.plan(PLAN.input().toBuilder().lz4(true).build());
        assertThat(Explanation.of(PLAN, "wal_compression").orElseThrow().measured())
                .isNotEmpty();
        assertThat(Explanation.of(lz4, "wal_compression").orElseThrow().measured())
                .isEmpty();
    }

    @Test
    void unplannedParameterHasNoExplanation() {
        assertThat(Explanation.of(PLAN, "enable_nestloop")).isEmpty();
    }

    @Test
    void everyDisagreementIsAboutAPlannedParameter() {
        assertThat(Arrays.stream(DisputedParameter.values()).map(DisputedParameter::parameter))
                .doesNotHaveDuplicates()
                .allMatch(name -> PLAN.parameter(name).isPresent());
        for (DisputedParameter one : DisputedParameter.values()) {
            assertThat(one.positions().ru()).matches("(?s).*[а-яА-Я].*");
            assertThat(one.decision().ru()).matches("(?s).*[а-яА-Я].*");
        }
    }

    @Test
    void otherSettingsAreExplainedToo() {
        TuningPlan plan = Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
        PlannedSetting pages = plan.settings().stream()
                .filter(setting -> setting.name().equals("vm.nr_hugepages"))
                .findFirst()
                .orElseThrow();
        assertThat(Explanation.text(pages, Language.EN))
                .startsWith("vm.nr_hugepages = " + pages.value() + "\n")
                .contains("2MB⌉", pages.reason().en(), "Linux kernel");
        assertThat(Explanation.text(pages, Language.RU)).contains(pages.reason().ru(), "Ядро Linux");
    }
}
