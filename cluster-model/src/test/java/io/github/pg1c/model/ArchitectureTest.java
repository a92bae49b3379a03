package io.github.pg1c.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.input.TuningInput;

/** Packages are by subject: small, and without cycles. */
@AnalyzeClasses(packages = "io.github.pg1c.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = PackageRules.withoutCycles("io.github.pg1c.model");

    /** Whatever is calculated for a node passes through the derivation; only a remedy asks what would fit instead. */
    @ArchTest
    static final ArchRule NODES_ARE_PLANNED_IN_ONE_PLACE = noClasses()
            .that()
            .doNotHaveSimpleName("MemoryRemedy")
            .should()
            .callMethod(Calculator.class, "plan", TuningInput.class)
            .orShould()
            .callMethod(Calculator.class, "review", TuningInput.class);

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.model");
    }
}
