package io.github.pg1c.secrets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.secrets.SecretClusters;
import io.github.pg1c.testing.FileContents;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Modes are the same whatever umask the process has; a process of its own is needed to have another one. */
class UmaskTest {

    /** The program that the test starts. */
    static final class OneRun {
        private OneRun() {}

        public static void main(String[] arguments) {
            Path directory = Path.of(arguments[0]);
            new Generator(Clock.systemUTC(), new SecureRandom())
                    .generate(
                            SecretClusters.three(),
                            GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "0.1.0"));
        }
    }

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"000", "077", "027"})
    void doesNotDependOnIt(String umask) throws Exception {
        List<String> command = List.of(
                "sh",
                "-c",
                "umask " + umask + "; exec \"$@\"",
                "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OneRun.class.getName(),
                directory.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();

        Path bundle = directory.resolve("out/zup");
        FileContents.modes(bundle).forEach((path, mode) -> {
            boolean program = Files.isDirectory(bundle.resolve(path)) || executable(path);
            assertThat(mode).as(path).isEqualTo(program ? "rwxr-xr-x" : "rw-r--r--");
        });
        Path secrets = directory.resolve("secrets/zup");
        FileContents.modes(secrets)
                .forEach((path, mode) -> assertThat(mode)
                        .as(path)
                        .isEqualTo(Files.isDirectory(secrets.resolve(path)) ? "rwx------" : "rw-------"));
    }

    private static boolean executable(String path) {
        return path.endsWith(".sh") || path.contains("/usr/local/sbin/");
    }
}
