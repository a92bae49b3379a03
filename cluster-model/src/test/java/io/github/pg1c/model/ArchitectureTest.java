package io.github.pg1c.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.input.TuningInput;
import java.util.Map;
import java.util.stream.Collectors;

/** Packages are by subject: small, and without cycles. */
@AnalyzeClasses(packages = "io.github.pg1c.model", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    private static final long MOST_FILES = 30;

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.github.pg1c.(**)").should().beFreeOfCycles();

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
    static void noPackageIsLarge(JavaClasses classes) {
        Map<String, Long> files = classes.stream()
                .filter(each -> !each.isNestedClass())
                .collect(Collectors.groupingBy(each -> each.getPackageName(), Collectors.counting()));

        assertThat(files)
                .hasSizeGreaterThan(5)
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }
}
