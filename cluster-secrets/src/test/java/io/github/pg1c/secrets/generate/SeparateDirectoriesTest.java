package io.github.pg1c.secrets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.pg1c.base.file.FileException;
import io.github.pg1c.secrets.SecretClusters;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Configuration and secrets never go into each other's directory, whatever their paths look like. */
class SeparateDirectoriesTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void links() throws IOException {
        Files.createDirectory(directory.resolve("real"));
        Files.createSymbolicLink(directory.resolve("link"), directory.resolve("real"));
    }

    @ParameterizedTest
    @CsvSource({
        "out, out",
        "out, out/zup",
        "out, out/zup/.secrets",
        "out, out/zup/../zup/.secrets",
        "out, out/x/../zup/y",
        "secrets/out, secrets",
        "secrets/zup, secrets",
        "secrets/zup/out, secrets",
        "a/../secrets/out, secrets",
        "link, real",
        "link/out, real",
        "real/zup, link",
        "link, real/zup/secrets",
        "real/new/out, link/new"
    })
    void refusesOneInTheOther(String output, String secrets) {
        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> new Generator(Clock.systemUTC(), new SecureRandom())
                        .generate(
                                SecretClusters.three(),
                                GenerationOptions.of(directory.resolve(output), directory.resolve(secrets), "0.1.0")))
                .satisfies(e -> assertThat(e.reason().en()).contains(" would be inside the "))
                .satisfies(e -> assertThat(e.remedy().ru()).contains("отдельно от"));
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("real", "link");
        assertThat(directory.resolve("real")).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "out, secrets",
        "out, .pg1c",
        "., .pg1c",
        "real/out, link/secrets",
        "secrets-of-zup, secrets",
        "SECRETS/out, secrets"
    })
    void acceptsNeighbours(String output, String secrets) {
        assertThatCode(() -> check(directory, output, secrets)).doesNotThrowAnyException();
    }

    @Test
    void seesThroughAFileSystemThatIgnoresCase() throws IOException {
        for (Configuration system : new Configuration[] {Configuration.osX(), Configuration.windows()}) {
            try (FileSystem files = Jimfs.newFileSystem(system)) {
                Path work = Files.createDirectories(files.getPath("work").toAbsolutePath());
                assertThatExceptionOfType(FileException.class).isThrownBy(() -> check(work, "SECRETS/out", "secrets"));
                Files.createDirectory(work.resolve("secrets"));
                assertThatExceptionOfType(FileException.class).isThrownBy(() -> check(work, "SECRETS/out", "secrets"));
                assertThatCode(() -> check(work, "out", "secrets")).doesNotThrowAnyException();
            }
        }
    }

    private static void check(Path base, String output, String secrets) {
        Path out = base.resolve(output).normalize();
        Path parent = base.resolve(secrets).normalize();
        SeparateDirectories.check(out, out.resolve("zup"), parent, parent.resolve("zup"));
    }
}
