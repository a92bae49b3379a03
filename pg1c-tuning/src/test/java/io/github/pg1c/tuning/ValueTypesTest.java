package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTypesTest {

    @ParameterizedTest
    @EnumSource
    void distributionIsFoundByItsId(Distribution distribution) {
        assertThat(Distribution.parse(distribution.id())).isSameAs(distribution);
        assertThat(distribution.title().ru()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void diskIsFoundByItsId(DiskClass disk) {
        assertThat(DiskClass.parse(disk.id())).isSameAs(disk);
    }

    @Test
    void presetIsAnyNameOfItsForm() {
        assertThat(Preset.parse("balanced")).isEqualTo(Preset.BALANCED);
        assertThat(Preset.parse("acme-erp.2")).hasToString("acme-erp.2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Fast", "9", "-a", "a b", "a/b", "ё"})
    void presetOfAnotherFormIsRefused(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preset.parse(name))
                .withMessageContaining("'" + name + "'");
    }

    @ParameterizedTest
    @EnumSource
    void languageIsFoundByItsCode(Language language) {
        assertThat(Language.parse(language.code())).isSameAs(language);
    }

    @Test
    void unknownIdsAreRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.parse("vanilla"))
                .withMessageContaining("vanilla")
                .withMessageContaining("postgrespro-1c");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DiskClass.parse("SSD"))
                .withMessageContaining("SSD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Language.parse("de"))
                .withMessageContaining("de");
    }

    @Test
    void communityBuildDoesNotServe1c() {
        assertThat(Distribution.PGDG.serves1c()).isFalse();
        assertThat(Distribution.PGDG.extensions1c()).isEmpty();
        assertThat(Distribution.PGDG.brings("plantuner")).isFalse();
        assertThat(Distribution.POSTGRES_PRO_1C.extensions1c()).containsExactly("fasttrun", "fulleq", "mchar");
        assertThat(Distribution.POSTGRES_PRO_1C.libraries()).contains("plantuner", "pg_stat_statements");
    }

    @Test
    void majorIsOnlyItsNumber() {
        assertThat(PgMajor.parse("17")).isEqualTo(new PgMajor(17)).hasToString("17");
        assertThat(PgMajor.parse("19").supported()).isFalse();
        assertThat(PgMajor.parse("14").supported()).isTrue();
        assertThat(PgMajor.SUPPORTED).isEqualTo(PgMajor.OLDEST_SUPPORTED + ".." + PgMajor.NEWEST_SUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.2", "9.6", "", "pg17", "-17", "017", "170"})
    void otherVersionsAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PgMajor.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void inputRefusesFiguresOutsideTheirRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TuningInput.builder(MemorySize.parse("256MB"), 1, 10).build())
                .withMessageContaining("256MB");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        TuningInput.builder(MemorySize.parse("1GB"), 0, 10).build())
                .withMessageContaining("cpus");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> TuningInput.builder(MemorySize.parse("1GB"), 1, 0).build())
                .withMessageContaining("connections");
    }

    @Test
    void inputKeepsOverridesSorted() {
        TuningInput input = TuningInput.builder(MemorySize.parse("1GB"), 1, 10)
                .overrides(Map.of("work_mem", "8MB", "jit", "off", "geqo", "on"))
                .build();
        assertThat(input.overrides().keySet()).containsExactly("geqo", "jit", "work_mem");
    }
}
