package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstallerScriptTest {

    @TempDir
    private Path directory;

    static Stream<Specification> specifications() {
        return Stream.of(ThreeNodes.three("en", "session"), ThreeNodes.three("ru", "off"));
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void isAScriptThatTheShellReads(Specification specification) throws Exception {
        for (Path script : scripts(specification)) {
            assertThat(output("sh", "-n", script.toString())).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void hasNothingThatShellcheckFindsFaultWith(Specification specification) throws Exception {
        assumeTrue(
                Stream.of("/usr/bin/shellcheck", "/usr/local/bin/shellcheck")
                        .anyMatch(program -> Files.isExecutable(Path.of(program))),
                "shellcheck is not installed");
        for (Path script : scripts(specification)) {
            assertThat(output("shellcheck", "--shell=sh", script.toString())).isEmpty();
        }
    }

    private List<Path> scripts(Specification specification) throws IOException {
        Bundle bundle = Bundle.of(ThreeNodes.cluster(specification), specification.sha256(), "0.1.0");
        List<BundleFile> installers = bundle.files().stream()
                .filter(file -> file.path().endsWith("/install.sh"))
                .toList();
        assertThat(installers).hasSize(3).allMatch(BundleFile::executable);
        List<Path> scripts = new java.util.ArrayList<>();
        for (BundleFile installer : installers) {
            Path script = directory.resolve(installer.path().replace('/', '-'));
            scripts.add(Files.write(script, installer.bytes()));
        }
        return scripts;
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
