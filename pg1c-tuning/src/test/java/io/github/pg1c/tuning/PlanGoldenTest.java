package io.github.pg1c.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanGoldenTest {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    /** A usual node: 16GB, 6 processors, 200 connections, solid state, PostgreSQL 17. */
    private static TuningPlan plan() {
        return Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
    }

    /** Run {@link #main} in this module's folder to renew the files, and review what changed. */
    public static void main(String[] arguments) throws IOException {
        for (Language language : Language.values()) {
            Files.writeString(file(language), PlanText.of(plan(), language));
        }
    }

    private static Path file(Language language) {
        return GOLDEN.resolve("balanced-16gb-6cpu-200." + language.code() + ".txt");
    }

    @ParameterizedTest
    @EnumSource
    void planOfAUsualNodeIsTheReviewedOne(Language language) throws IOException {
        assertThat(PlanText.of(plan(), language)).isEqualTo(Files.readString(file(language)));
    }
}
