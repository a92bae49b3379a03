package io.github.pg1c.patroni;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.pg1c.patroni.cluster.HistoryEntry;
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

    /** A reason as a String exists in one language; that of an entry of the history is PostgreSQL's own. */
    @ArchTest
    static final ArchRule reasonsAreInBothLanguages = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("io.github.pg1c.patroni.internal..")
            .and()
            .areNotDeclaredIn(HistoryEntry.class)
            .and()
            .haveNameMatching("(?i).*(reason|message|why|missing|failure|explanation|remedy|sentence|meaning)s?")
            .should(mention(String.class));

    private static ArchCondition<JavaMethod> mention(Class<?> type) {
        return new ArchCondition<>("return " + type.getSimpleName()) {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean mentioned = method.getReturnType().getAllInvolvedRawTypes().stream()
                        .anyMatch(raw -> raw.isEquivalentTo(type));
                events.add(new SimpleConditionEvent(
                        method,
                        mentioned,
                        method.getFullName() + " returns "
                                + method.getReturnType().getName()));
            }
        };
    }

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        PackageRules.areSmall(classes, "io.github.pg1c.patroni");
    }
}
