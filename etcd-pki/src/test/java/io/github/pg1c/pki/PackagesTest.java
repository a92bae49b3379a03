package io.github.pg1c.pki;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

/** Packages stay small enough to be read, and none needs another one that needs it. */
@AnalyzeClasses(packages = "io.github.pg1c.pki", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule WITHOUT_CYCLES = PackageRules.withoutCycles("io.github.pg1c.pki");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.pki");
    }
}
