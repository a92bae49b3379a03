package io.github.pg1c.bundle.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.bundle.ThreeNodes;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.testing.ClusterText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every shell script of a bundle. */
class ShellScriptsTest {

    @TempDir
    private Path directory;

    static Stream<Specification> specifications() {
        return Stream.of(
                ThreeNodes.three("en", "session"),
                ThreeNodes.three("ru", "off"),
                ThreeNodes.with("patroni: {watchdog: required}\n"),
                ThreeNodes.with("takeover: {node: pg1}\n"),
                SpecificationReader.read(
                        ClusterText.externalEtcd("en", AnAuthority.PEM, ", user: zup"), "cluster.yaml"));
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
    void passesShellcheck(Specification specification) throws Exception {
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
        List<BundleFile> scripts = bundle.files().stream()
                .filter(file -> file.content().startsWith("#!/bin/sh\n"))
                .toList();
        assertThat(scripts)
                .allMatch(BundleFile::executable)
                .extracting(script -> Path.of(script.path()).getFileName().toString())
                .contains("install.sh", "collect.sh", "pg1c-disk-watch", "pg1c-etcdctl", "pg1c-patronictl")
                .containsAnyOf("post-bootstrap.sh", "takeover.sh");
        List<Path> written = new ArrayList<>();
        for (BundleFile script : scripts) {
            written.add(Files.write(directory.resolve(script.path().replace('/', '-')), script.bytes()));
        }
        return written;
    }

    private static String output(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
