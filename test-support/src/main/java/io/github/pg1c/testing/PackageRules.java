package io.github.pg1c.testing;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Map;
import java.util.stream.Collectors;

/** What holds for the packages of every module: they are small, and none needs another one that needs it. */
public final class PackageRules {

    private static final long MOST_FILES = 30;

    private PackageRules() {}

    /**
     * Every package below a root, and the root itself, is a slice; other packages do not count.
     *
     * @param root as {@code io.github.pg1c.base}
     */
    public static ArchRule withoutCycles(String root) {
        return slices().assignedFrom(new EveryPackage(root)).should().beFreeOfCycles();
    }

    /** No package below a root, nor the root itself, has more than thirty files. */
    public static void areSmall(JavaClasses classes, String root) {
        Map<String, Long> files = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> isBelow(root, type))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(files)
                .as("packages of %s", root)
                .isNotEmpty()
                .allSatisfy((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_FILES));
    }

    private static boolean isBelow(String root, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(root + ".");
    }

    private static final class EveryPackage implements SliceAssignment {
        private final String root;

        EveryPackage(String root) {
            this.root = root;
        }

        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            return isBelow(root, type) ? SliceIdentifier.of(type.getPackageName()) : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "every package of " + root;
        }
    }
}
