package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.pg1c.bundle.write.BundleException;
import io.github.pg1c.bundle.write.ForeignFilesException;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.yaml.Specification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
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
    void givesTheSameBytesInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Bundle turkish = bundle(Clusters.three());
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            Bundle arabic = bundle(Clusters.three());

            assertThat(Bundles.texts(arabic)).isEqualTo(Bundles.texts(turkish));
            assertThat(turkish.files()).hasSizeGreaterThan(20);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void makesNothingAndTouchesNothingTheSecondTime() {
        GenerationReport first = generate(Clusters.three());
        SortedMap<String, String> bundle = Trees.stamps(first.bundle());
        SortedMap<String, String> secrets = Trees.content(first.secrets());

        GenerationReport second = generate(Clusters.three());

        assertThat(second.changed()).isFalse();
        assertThat(second.secretChanges()).isEmpty();
        assertThat(Trees.stamps(second.bundle())).isEqualTo(bundle);
        assertThat(Trees.content(second.secrets())).isEqualTo(secrets);
    }

    @Test
    void givesTheSameBundleWithOtherSecrets() {
        GenerationReport first = generate(Clusters.three());
        GenerationReport second = generator(NOW.plus(Duration.ofDays(40)))
                .generate(
                        Clusters.three(),
                        GenerationOptions.of(directory.resolve("out2"), directory.resolve("secrets2"), "0.1.0"));

        assertThat(Trees.content(second.bundle())).isEqualTo(Trees.content(first.bundle()));
        assertThat(Trees.content(second.secrets())).isNotEqualTo(Trees.content(first.secrets()));
    }

    @Test
    void writesNothingInADryRunAndSaysWhatItWouldDo() {
        GenerationReport dry = generator(NOW).generate(Clusters.three(), options.dry());

        assertThat(directory).isEmptyDirectory();
        GenerationReport real = generate(Clusters.three());
        assertThat(dry).isEqualTo(real);
        assertThat(generator(NOW).generate(Clusters.three(), options.dry()).changed())
                .isFalse();
    }

    @Test
    void writesNothingWhenTheSpecificationIsWrong() {
        Specification wrong = Clusters.read("name: zup\n");

        assertThatExceptionOfType(InvalidClusterException.class).isThrownBy(() -> generate(wrong));

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void makesNoSecretWhenTheBundleIsRefused() throws IOException {
        Files.createDirectories(directory.resolve("out/zup"));
        Files.writeString(directory.resolve("out/zup/bundle.json"), "mine\n");

        assertThatExceptionOfType(ForeignFilesException.class).isThrownBy(() -> generate(Clusters.three()));

        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void refusesToMixSecretsIntoTheBundle() {
        Path out = directory.resolve("out");
        for (Path secrets : java.util.List.of(out, out.resolve("zup"), out.resolve("zup/../zup/.secrets"))) {
            assertThatExceptionOfType(BundleException.class)
                    .isThrownBy(() ->
                            generator(NOW).generate(Clusters.three(), GenerationOptions.of(out, secrets, "0.1.0")))
                    .withMessageContaining("secrets");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void removesTheFilesOfANodeThatLeft() {
        GenerationReport four = generate(Clusters.four());
        assertThat(four.bundle().resolve("nodes/pg4/install.sh")).exists();

        GenerationReport three = generate(Clusters.three());

        assertThat(three.bundle().resolve("nodes/pg4")).doesNotExist();
        assertThat(three.changes())
                .filteredOn(change -> "pg4".equals(change.node()))
                .isNotEmpty()
                .allMatch(change -> change.kind() == Change.Kind.REMOVED);
    }

    @Test
    void listsEveryFileOfTheBundleAndEverySecretFileInTheManifest() throws IOException {
        GenerationReport report = generate(Clusters.three());
        Manifest manifest = Manifest.parse(Files.readString(report.bundle().resolve(Manifest.FILE)));

        manifest.hashes()
                .forEach((path, hash) -> assertThat(
                                Sha256.of(content(report.bundle().resolve(path))))
                        .as(path)
                        .isEqualTo(hash));
        long files = Trees.content(report.bundle()).values().stream()
                .filter(text -> !text.equals("/"))
                .count();
        assertThat(manifest.hashes()).hasSize((int) files - 1);
        assertThat(manifest.files())
                .filteredOn(ManifestEntry::secret)
                .isNotEmpty()
                .allSatisfy(
                        file -> assertThat(report.secrets().resolve("nodes/" + file.node() + "/rootfs" + file.path()))
                                .isNotEmptyFile());
        assertThat(Trees.content(report.secrets()).entrySet().stream()
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

    private static Bundle bundle(Specification specification) {
        return Bundle.of(Clusters.cluster(specification), specification.sha256(), "0.1.0");
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
