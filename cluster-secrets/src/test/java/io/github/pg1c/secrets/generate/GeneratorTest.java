package io.github.pg1c.secrets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.base.file.FileException;
import io.github.pg1c.bundle.FileChange;
import io.github.pg1c.bundle.Manifest;
import io.github.pg1c.bundle.ManifestEntry;
import io.github.pg1c.bundle.write.ForeignFilesException;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.secrets.SecretClusters;
import io.github.pg1c.testing.FileContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    private Path directory;

    private GenerationOptions options;

    @BeforeEach
    void options() {
        options = GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "0.1.0");
    }

    @Test
    void makesNothingAndTouchesNothingTheSecondTime() {
        GenerationReport first = generate(SecretClusters.three());
        SortedMap<String, String> bundle = FileContents.stamps(first.bundle());
        SortedMap<String, String> secrets = FileContents.of(first.secrets());

        GenerationReport second = generate(SecretClusters.three());

        assertThat(second.changed()).isFalse();
        assertThat(second.secretChanges()).isEmpty();
        assertThat(FileContents.stamps(second.bundle())).isEqualTo(bundle);
        assertThat(FileContents.of(second.secrets())).isEqualTo(secrets);
    }

    @Test
    void givesTheSameBundleWithOtherSecrets() {
        GenerationReport first = generate(SecretClusters.three());
        GenerationReport second = generator(NOW.plus(Duration.ofDays(40)))
                .generate(
                        SecretClusters.three(),
                        GenerationOptions.of(directory.resolve("out2"), directory.resolve("secrets2"), "0.1.0"));

        assertThat(FileContents.of(second.bundle())).isEqualTo(FileContents.of(first.bundle()));
        assertThat(FileContents.of(second.secrets())).isNotEqualTo(FileContents.of(first.secrets()));
    }

    @Test
    void writesNothingInADryRunAndSaysWhatItWouldDo() {
        GenerationReport dry = generator(NOW).generate(SecretClusters.three(), options.dry());

        assertThat(directory).isEmptyDirectory();
        GenerationReport real = generate(SecretClusters.three());
        assertThat(dry).isEqualTo(real);
        assertThat(generator(NOW)
                        .generate(SecretClusters.three(), options.dry())
                        .changed())
                .isFalse();
    }

    @Test
    void writesNothingWhenTheSpecificationIsWrong() {
        Specification wrong = SecretClusters.read("name: zup\n");

        assertThatExceptionOfType(InvalidClusterException.class).isThrownBy(() -> generate(wrong));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesNoSecretWhenTheBundleIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("out/zup"));
        Files.writeString(directory.resolve("out/zup/bundle.json"), "mine\n");

        assertThatExceptionOfType(ForeignFilesException.class).isThrownBy(() -> generate(SecretClusters.three()));

        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void makesNoSecretWhenTheBundleCannotBeWritten() throws IOException {
        Path out = Files.createFile(directory.resolve("out"));

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> generate(SecretClusters.three()))
                .withMessageContaining(out + " is a file, not a directory");

        assertThat(directory.resolve("secrets")).doesNotExist();
        assertThat(directory.toFile().list()).containsExactly("out");
    }

    @Test
    void writesNoBundleWhenNoSecretCanBeMade() throws IOException {
        Files.createFile(directory.resolve("secrets"));

        assertThatExceptionOfType(FileException.class)
                .isThrownBy(() -> generate(SecretClusters.three()))
                .withMessageContaining(directory.resolve("secrets") + " is a file, not a directory");

        assertThat(directory.toFile().list()).containsExactly("secrets");
    }

    @Test
    void saysWhichSecretsAFailureLeavesAndUsesThemTheNextTime() throws IOException {
        // A directory in place of the last password makes the store fail after its first files.
        Path obstacle = Files.createDirectories(directory.resolve("secrets/zup/passwords/superuser"));

        assertThatExceptionOfType(GenerationException.class)
                .isThrownBy(() -> generate(SecretClusters.three()))
                .satisfies(failure -> {
                    assertThat(failure.secrets())
                            .isNotEmpty()
                            .allMatch(Files::isRegularFile)
                            .contains(directory.resolve("secrets/zup/ca/cluster/ca.pem"));
                    assertThat(failure.reason().en()).contains(obstacle.toString());
                    assertThat(failure.left().en())
                            .contains("files: " + failure.secrets().size(), "they stay")
                            .contains(directory.resolve("secrets/zup").toString());
                    assertThat(failure.left().ru())
                            .contains("файлов: " + failure.secrets().size());
                });
        assertThat(directory.resolve("out")).doesNotExist();
        SortedMap<String, String> made = FileContents.of(directory.resolve("secrets/zup/ca"));

        Files.delete(obstacle);
        generate(SecretClusters.three());

        assertThat(FileContents.of(directory.resolve("secrets/zup/ca"))).isEqualTo(made);
        assertThat(directory.resolve("out/zup/bundle.json")).isRegularFile();
    }

    @Test
    void saysWhichCertificatesAFailureHasRenewed() throws IOException {
        generate(SecretClusters.three());
        Path obstacle = directory.resolve("secrets/zup/passwords/superuser");
        Files.delete(obstacle);
        Files.createDirectory(obstacle);

        assertThatExceptionOfType(GenerationException.class)
                .isThrownBy(() -> generator(NOW.plus(Duration.ofDays(3_000))).generate(SecretClusters.three(), options))
                .satisfies(failure -> {
                    assertThat(failure.secrets()).isNotEmpty().allMatch(Files::isRegularFile);
                    assertThat(failure.left().en()).contains("nothing was written in " + directory.resolve("out/zup"));
                });
    }

    @Test
    void removesTheFilesOfANodeThatLeft() {
        GenerationReport four = generate(SecretClusters.four());
        assertThat(four.bundle().resolve("nodes/pg4/install.sh")).exists();

        GenerationReport three = generate(SecretClusters.three());

        assertThat(three.bundle().resolve("nodes/pg4")).doesNotExist();
        assertThat(three.changes())
                .filteredOn(change -> "pg4".equals(change.node()))
                .isNotEmpty()
                .allMatch(change -> change.kind() == FileChange.Kind.REMOVED);
    }

    @Test
    void listsEveryFileOfTheBundleAndEverySecretFileInTheManifest() throws IOException {
        GenerationReport report = generate(SecretClusters.three());
        Manifest manifest = Manifest.parse(Files.readString(report.bundle().resolve(Manifest.FILE)));

        List<ManifestEntry> open =
                manifest.files().stream().filter(file -> !file.secret()).toList();
        assertThat(open)
                .allSatisfy(file -> assertThat(sha256(report.bundle().resolve(String.valueOf(file.bundlePath()))))
                        .isEqualTo(file.sha256()));
        long files = FileContents.of(report.bundle()).values().stream()
                .filter(text -> !text.equals("/"))
                .count();
        assertThat(open).hasSize((int) files - 1);
        assertThat(manifest.files())
                .filteredOn(ManifestEntry::secret)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(report.secrets().resolve("nodes/" + file.node() + "/rootfs" + file.path()))
                                .isNotEmptyFile());
        assertThat(FileContents.of(report.secrets()).entrySet().stream()
                        .filter(file -> file.getKey().startsWith("nodes/")
                                && !file.getValue().equals("/")))
                .hasSameSizeAs(
                        manifest.files().stream().filter(ManifestEntry::secret).toList());
    }

    private GenerationReport generate(Specification specification) {
        return generator(NOW).generate(specification, options);
    }

    private static Generator generator(Instant now) {
        return new Generator(Clock.fixed(now, ZoneOffset.UTC), new SecureRandom());
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
