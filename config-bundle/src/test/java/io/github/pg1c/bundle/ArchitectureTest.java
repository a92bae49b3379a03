package io.github.pg1c.bundle;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Collectors;

/** Dependencies go one way: tuning and model know nothing of the bundle, and only the writer touches files. */
@AnalyzeClasses(packages = "io.github.pg1c", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.github.pg1c.bundle";
    private static final int MOST_FILES = 30;

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
    static final ArchRule PACKAGES_HAVE_NO_CYCLE =
            slices().assignedFrom(new EveryPackage()).should().beFreeOfCycles();

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        assertThat(classes.stream()
                        .filter(type -> type.getPackageName().startsWith(ROOT))
                        .filter(type -> !type.isNestedClass())
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting())))
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    /** A slice for each package of the module, the uppermost one, too. */
    private static final class EveryPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(ROOT) ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package of the module";
        }
    }
}
