package io.github.pg1c.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.Lines;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MisspeltPropertiesTest {

    private final Lines lines = new Lines();
    private final Set<String> told = new HashSet<>();

    @ParameterizedTest
    @CsvSource({
        "pg1c.outputDirectroy, pg1c.outputDirectory",
        "pg1c.outputdirectory, pg1c.outputDirectory",
        "pg1c.output-directory, pg1c.outputDirectory",
        "pg1c.secretDirectory, pg1c.secretsDirectory",
        "pg1c.dryrun, pg1c.dryRun",
        "PG1C.spec, pg1c.spec",
        "pg1c.sepc, pg1c.spec",
        "pg1c.lang, ''",
        "pg1c.quiet, ''"
    })
    void namesTheNearestParameter(String written, String meant) {
        warn(Language.EN, List.of(written), List.of());

        assertThat(lines.all())
                .containsExactly("WARNING warning PG1C-908: -D" + written + " has no effect: pg1c has no such parameter"
                        + (meant.isEmpty() ? "" : "; did you mean -D" + meant + "?"));
    }

    @Test
    void speaksRussian() {
        warn(Language.RU, List.of("pg1c.sepc"), List.of());

        assertThat(lines.all())
                .containsExactly("WARNING предупреждение PG1C-908: -Dpg1c.sepc ни на что не влияет: такого параметра"
                        + " у pg1c нет; возможно, имелось в виду -Dpg1c.spec");
    }

    @Test
    void knowsTheParametersOfEveryGoal() {
        warn(Language.EN, PropertyNames.all(), List.of());

        assertThat(PropertyNames.all())
                .contains("pg1c.spec", "pg1c.caKey", "pg1c.maxLag")
                .hasSizeGreaterThan(70);
        assertThat(lines.all()).isEmpty();
    }

    @Test
    void leavesThePropertiesOfOthersAlone() {
        warn(Language.EN, List.of("maven.test.skip", "pg1cx", "my.pg1c.spec", "pg1c.version"), List.of("pg1c.version"));

        assertThat(lines.all()).isEmpty();
    }

    @Test
    void warnsOnceInABuild() {
        warn(Language.EN, List.of("pg1c.sepc"), List.of());
        warn(Language.EN, List.of("pg1c.sepc"), List.of());

        assertThat(lines.all()).hasSize(1);
    }

    private void warn(Language language, java.util.Collection<String> given, List<String> declared) {
        new MisspeltProperties(lines.speech(Path.of("/work").toAbsolutePath()), language, told).warn(given, declared);
    }
}
