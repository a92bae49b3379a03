package io.github.pg1c.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.github.pg1c.testing.PackageRules;

@AnalyzeClasses(packages = "io.github.pg1c.ops", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    /** The operation's interface names the connection; the connection knows no operation. */
    @ArchTest
    static final ArchRule packagesHaveNoCycle =
            slices().matching("io.github.pg1c.ops.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingIsPrintedOrLogged = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.maven..", "org.slf4j..", "java.util.logging..", "java.io.Console")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    /** Sentences for users, in two languages, are the plugin's. */
    @ArchTest
    static final ArchRule nothingSpeaks =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("io.github.pg1c.base.words.Text");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.ops");
    }
}
