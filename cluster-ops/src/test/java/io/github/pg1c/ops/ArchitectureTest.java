package io.github.pg1c.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.github.pg1c.base.words.Text;
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

    /** Sentences are made by the plugin; those of Patroni's client are passed on whole. */
    @ArchTest
    static final ArchRule noSentenceIsMade = noClasses()
            .should()
            .callMethod(Text.class, "of", String.class, String.class)
            .orShould()
            .callMethod(Text.class, "same", String.class)
            .orShould()
            .callConstructor(Text.class, String.class, String.class)
            .orShould()
            .callMethod(Text.class, "en")
            .orShould()
            .callMethod(Text.class, "ru");

    /** A reason as a String exists in one language. */
    @ArchTest
    static final ArchRule reasonsAreInBothLanguages = noMethods()
            .that()
            .arePublic()
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
        PackageRules.areSmall(classes, "io.github.pg1c.ops");
    }
}
