package io.github.pg1c.patroni;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

/**
 * Packages are by subject, small, and depend on each other in one direction; the package of the client itself is no
 * exception.
 */
@AnalyzeClasses(packages = "io.github.pg1c.patroni", importOptions = DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycle = PackageRules.withoutCycles("io.github.pg1c.patroni");

    @ArchTest
    static final ArchRule valuesKnowNoTransport = noClasses()
            .that()
            .resideOutsideOfPackages("io.github.pg1c.patroni", "io.github.pg1c.patroni.internal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("okhttp3..", "okio..", "io.github.pg1c.patroni.internal.http..");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.patroni");
    }
}
