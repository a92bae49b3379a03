package io.github.pg1c.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

/** Dependencies go one way: tuning and model know nothing of the bundle, and only the writer touches files. */
@AnalyzeClasses(packages = "io.github.pg1c", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.pg1c.bundle";

    @ArchTest
    static final ArchRule MODULES = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.github.pg1c..")
            .layer("base")
            .definedBy("io.github.pg1c.base..")
            .layer("tuning")
            .definedBy("io.github.pg1c.tuning..")
            .layer("model")
            .definedBy("io.github.pg1c.model..")
            .layer("bundle")
            .definedBy("io.github.pg1c.bundle..")
            .whereLayer("base")
            .mayNotAccessAnyLayer()
            .whereLayer("tuning")
            .mayOnlyAccessLayers("base")
            .whereLayer("model")
            .mayOnlyAccessLayers("base", "tuning")
            .whereLayer("bundle")
            .mayOnlyAccessLayers("base", "tuning", "model")
            .whereLayer("bundle")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule RENDERING_IS_PURE = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.github.pg1c.bundle.component..",
                    "io.github.pg1c.bundle.install..",
                    "io.github.pg1c.bundle.document..",
                    "io.github.pg1c.bundle.plan..",
                    "io.github.pg1c.bundle.ansible..",
                    "io.github.pg1c.bundle.runbook..",
                    "io.github.pg1c.bundle.report..",
                    "io.github.pg1c.bundle.render..",
                    "io.github.pg1c.tuning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.time.chrono..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Instant")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.security.SecureRandom")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLE = PackageRules.withoutCycles("io.github.pg1c.bundle");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.bundle");
    }
}
