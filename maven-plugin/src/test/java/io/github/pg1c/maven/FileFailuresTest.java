package io.github.pg1c.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import io.github.pg1c.base.file.FileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whatever reads or writes files says with a {@link FileException} what the file system refuses, or hands it on. */
@AnalyzeClasses(packages = "io.github.pg1c", importOptions = DoNotIncludeTests.class)
class FileFailuresTest {

    private static final String ROOT = "io.github.pg1c.";

    /** Classes with another answer, with the reason. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("base.file.FileDiagnosis", "makes the sentences of FileException"),
            Map.entry("base.file.OwnerOnly", "hands on to PrivateDirectory"),
            Map.entry("bundle.write.RealFileSteps", "hands on to BundleWriter"),
            Map.entry("maven.generate.Fingerprint", "hands on to LastRun"),
            Map.entry("maven.generate.Tool", "a jar that cannot be read leaves no note of the run"),
            Map.entry("maven.specification.ChosenLanguage", "the reader reports the file"),
            Map.entry(
                    "maven.tune.ServerFiles", "a file that cannot be read leaves its settings unknown, which is told"),
            Map.entry("ops.connect.AccessAttempt", "a problem of the access names the file"),
            Map.entry("patroni.internal.http.PemFiles", "the client of Patroni does not know pg1c-base's files"),
            Map.entry("patroni.internal.http.Pkcs12File", "the client of Patroni does not know pg1c-base's files"),
            Map.entry("pki.cfssl.CfsslAuthority", "a problem of cfssl names the file"),
            Map.entry("pki.cfssl.input.JsonSource", "a problem of cfssl names the file"));

    @ArchTest
    static void isExplainedWhereverAFileIsTouched(JavaClasses classes) {
        Set<String> silent = classes.stream()
                .filter(known -> !known.getPackageName().startsWith(ROOT + "testing"))
                .filter(FileFailuresTest::touchesFiles)
                .filter(known -> known.getDirectDependenciesFromSelf().stream()
                        .noneMatch(use -> use.getTargetClass().isEquivalentTo(FileException.class)))
                .map(known -> known.getName().substring(ROOT.length()))
                .collect(Collectors.toSet());

        assertThat(silent)
                .as("classes that touch files without FileException; give a reason here for those that need none")
                .isEqualTo(OTHERS.keySet());
    }

    private static boolean touchesFiles(JavaClass known) {
        return Stream.concat(known.getMethodCallsFromSelf().stream(), known.getMethodReferencesFromSelf().stream())
                .map(JavaCodeUnitAccess::getTarget)
                .anyMatch(target -> Set.of(Files.class.getName(), FileChannel.class.getName(), Path.class.getName())
                                .contains(target.getOwner().getName())
                        && fails(target));
    }

    private static boolean fails(CodeUnitAccessTarget target) {
        return target.getThrowsClause().containsType(IOException.class);
    }
}
