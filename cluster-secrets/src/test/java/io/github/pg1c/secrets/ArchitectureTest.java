package io.github.pg1c.secrets;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

/** Packages are small and have no cycles; nothing below this module knows certificates, and secrets stay inside it. */
@AnalyzeClasses(packages = "io.github.pg1c", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.github.pg1c.secrets.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_CYCLE_WITH_THE_API = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.secrets.content..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.pg1c.secrets", "io.github.pg1c.secrets.generate..");

    @ArchTest
    static final ArchRule THE_BUNDLE_KNOWS_NO_SECRETS = noClasses()
            .that()
            .resideInAnyPackage("io.github.pg1c.bundle..", "io.github.pg1c.model..", "io.github.pg1c.tuning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.pg1c.pki..", "io.github.pg1c.secrets..", "javax.crypto..");

    @ArchTest
    static final ArchRule SECRETS_STAY_WITH_THE_STORE = classes()
            .that()
            .haveNameMatching("io\\.github\\.pg1c\\.secrets\\.content\\.(Passwords|ScramVerifier|SecretText)")
            .should()
            .onlyBeAccessed()
            .byClassesThat()
            .haveNameMatching("io\\.github\\.pg1c\\.secrets\\."
                    + "(content\\.(Passwords|ScramVerifier|SecretText)|SecretStore)(\\$.*)?");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.secrets");
    }
}
