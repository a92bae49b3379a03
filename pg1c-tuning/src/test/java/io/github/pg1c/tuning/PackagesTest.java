package io.github.pg1c.tuning;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

/**
 * Packages are by subject, small, and depend on each other in one direction; the calculator's own is no exception.
 */
@AnalyzeClasses(packages = "io.github.pg1c.tuning", importOptions = DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycle = PackageRules.withoutCycles("io.github.pg1c.tuning");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.tuning");
    }
}
