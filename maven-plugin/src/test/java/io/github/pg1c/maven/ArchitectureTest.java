package io.github.pg1c.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.maven.speech.Console;
import io.github.pg1c.testing.PackageRules;
import org.apache.maven.plugin.logging.Log;
import org.jspecify.annotations.NullMarked;

/** Dependencies between packages go one way: the plugin may use everything, nothing may use the plugin or Maven. */
@AnalyzeClasses(packages = "io.github.pg1c", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheGoalsKnowMaven = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c..")
            .and()
            .resideOutsideOfPackages("io.github.pg1c.maven.goal..", "io.github.pg1c.maven.help")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "javax.inject..");

    /** So that each warning is shown in a quiet run. */
    @ArchTest
    static final ArchRule onlyTheConsoleWritesToMavensLog = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.maven..")
            .and()
            .areNotAssignableTo(Console.class)
            .and()
            .resideOutsideOfPackage("io.github.pg1c.maven.help")
            .should()
            .callMethod(Log.class, "warn", CharSequence.class)
            .orShould()
            .callMethod(Log.class, "error", CharSequence.class);

    @ArchTest
    static final ArchRule nothingKnowsThePlugin = noClasses()
            .that()
            .resideOutsideOfPackage("io.github.pg1c.maven..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.pg1c.maven..");

    @ArchTest
    static final ArchRule tuningKnowsNoOther = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.tuning..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.pg1c.model..",
                    "io.github.pg1c.pki..",
                    "io.github.pg1c.patroni..",
                    "io.github.pg1c.bundle..");

    @ArchTest
    static final ArchRule modelKnowsTuningOnly = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.model..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.pg1c.pki..", "io.github.pg1c.patroni..", "io.github.pg1c.bundle..");

    @ArchTest
    static final ArchRule pkiKnowsNoOther = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.pki..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.pg1c.tuning..",
                    "io.github.pg1c.model..",
                    "io.github.pg1c.patroni..",
                    "io.github.pg1c.bundle..");

    @ArchTest
    static final ArchRule patroniClientKnowsNoOther = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.patroni..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.github.pg1c.tuning..",
                    "io.github.pg1c.model..",
                    "io.github.pg1c.pki..",
                    "io.github.pg1c.bundle..");

    @ArchTest
    static final ArchRule bundleKnowsNoClient = noClasses()
            .that()
            .resideInAPackage("io.github.pg1c.bundle..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.pg1c.patroni..");

    @ArchTest
    static final ArchRule bundleAndSecretsKnowNoOperations = noClasses()
            .that()
            .resideInAnyPackage("io.github.pg1c.bundle..", "io.github.pg1c.secrets..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.github.pg1c.ops..");

    @ArchTest
    static final ArchRule packagesOfThePluginHaveNoCycle =
            slices().matching("io.github.pg1c.maven.(**)").should().beFreeOfCycles();

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.maven");
    }

    /** NullAway looks at packages with {@code @NullMarked} only. */
    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        assertThat(classes.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(known -> !known.isAnnotatedWith(NullMarked.class))
                        .map(JavaPackage::getName)
                        .filter(name -> !name.equals("io.github.pg1c.maven.help")))
                .as("packages without @NullMarked in their package-info.java")
                .isEmpty();
    }

    @ArchTest
    static final ArchRule modulesHaveNoCycle =
            slices().matching("io.github.pg1c.(*)..").should().beFreeOfCycles();
}
