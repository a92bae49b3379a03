package io.github.pg1c.tuning;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.testing.Golden;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.input.TuningInput;
import io.github.pg1c.tuning.plan.TuningPlan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanGoldenTest {

    /** A usual node: 16GB, 6 processors, 200 connections, solid state, PostgreSQL 17. */
    private static TuningPlan plan() {
        return Calculator.plan(
                TuningInput.builder(MemorySize.parse("16GB"), 6, 200).build());
    }

    @ParameterizedTest
    @EnumSource
    void planOfAUsualNodeIsTheReviewedOne(Language language) {
        Golden.resource("balanced-16gb-6cpu-200." + language.code() + ".txt", PlanText.of(plan(), language));
    }
}
