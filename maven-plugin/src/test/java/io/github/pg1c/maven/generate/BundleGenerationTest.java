package io.github.pg1c.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.secrets.generate.GenerationOptions;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleGenerationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T00:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path directory;

    private final Lines lines = new Lines();

    @BeforeEach
    void describe() throws IOException {
        Files.createDirectory(directory.resolve("clusters"));
        describe("small");
    }

    @Test
    void writesBundleAndSecretsOnceAndSaysSo() {
        assertThat(generate(options(), Optional.empty())).isEqualTo(GoalResult.success());
        assertThat(directory.resolve("out/small/bundle.json")).isRegularFile();
        assertThat(directory.resolve("secrets/small")).isDirectory();
        lines.all().clear();

        assertThat(generate(options(), Optional.empty())).isEqualTo(GoalResult.success());

        assertThat(lines.all())
                .filteredOn(line -> line.startsWith("RESULT"))
                .singleElement()
                .asString()
                .startsWith("RESULT small: nothing changed, files: ");
    }

    @Test
    void writesNothingForAnyClusterWhenOneHasAnError() throws IOException {
        Files.writeString(directory.resolve("clusters/wrong.yaml"), "name: wrong\n");

        assertThat(generate(options(), Optional.empty()).failed()).isTrue();

        assertThat(directory.resolve("out")).doesNotExist();
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void refusesForeignFileButWritesTheOtherClusters() throws IOException {
        describe("other");
        Path notes = Files.createDirectories(directory.resolve("out/small")).resolve("RUNBOOK.md");
        Files.writeString(notes, "my own notes\n");

        GoalResult outcome = generate(options(), Optional.empty());

        assertThat(outcome).isEqualTo(GoalResult.failure("pg1c: not written: small"));
        assertThat(notes).hasContent("my own notes");
        assertThat(lines.all()).contains("ERROR     out/small/RUNBOOK.md");
        assertThat(directory.resolve("out/other/bundle.json")).isRegularFile();
    }

    @Test
    void writesInTheLanguageThatReplacesTheSpecifications() throws IOException {
        generate(options(), Optional.of(Language.RU));

        assertThat(Files.readString(directory.resolve("out/small/RUNBOOK.md"))).containsPattern("[А-Яа-я]{5}");
        assertThat(lines.all()).anyMatch(line -> line.startsWith("RESULT small: конфигурация в out/small (создано: "));
    }

    @Test
    void dryRunWritesNothing() {
        generate(options().dry(), Optional.empty());

        assertThat(directory.resolve("out")).doesNotExist();
        assertThat(directory.resolve("secrets")).doesNotExist();
        assertThat(lines.all()).anyMatch(line -> line.contains("(created: "));
    }

    @Test
    void saysInBothLanguagesWhyTheConfigurationCannotBeWrittenAndMakesNoSecret() throws IOException {
        Path out = Files.createFile(directory.resolve("out"));

        assertThat(generate(options(), Optional.of(Language.EN)).sentence())
                .isEqualTo("pg1c: " + out.resolve("small") + ": cannot be written: " + out
                        + " is a file, not a directory; move the file away, or name another directory");
        assertThat(generate(options(), Optional.of(Language.RU)).sentence())
                .isEqualTo("pg1c: " + out.resolve("small") + ": не удалось записать: " + out
                        + " — файл, а не каталог; уберите файл или укажите другой каталог");
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void saysWhichSecretsAFailureLeaves() throws IOException {
        Path obstacle = Files.createDirectories(directory.resolve("secrets/small/passwords/superuser"));

        assertThat(generate(options(), Optional.empty()).sentence())
                .startsWith(
                        "pg1c: " + obstacle + ": not a regular file; secrets were made or replaced already, files: ")
                .endsWith("nothing was written in " + directory.resolve("out/small"));
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void refusesTheOutputInTheSecretsDirectory() {
        GenerationOptions inside =
                GenerationOptions.of(directory.resolve("secrets/out"), directory.resolve("secrets"), "1");

        assertThat(generate(inside, Optional.of(Language.EN)).sentence())
                .isEqualTo("pg1c: " + directory.resolve("secrets/out/small")
                        + ": the configuration would be inside the directory of the secrets, "
                        + directory.resolve("secrets")
                        + "; name an output directory apart from the secrets");
        assertThat(directory.resolve("secrets")).doesNotExist();
    }

    @Test
    void warnsAndGoesOnWhenOnlyTheNoteOfTheRunCannotBeWritten() throws IOException {
        Files.createDirectories(directory.resolve("secrets"));
        Files.createFile(directory.resolve("secrets/.last-run"));

        BundleGeneration generation =
                new BundleGeneration(lines.speech(directory), options(), CLOCK, Optional.of("tool"), Passphrases.NONE);

        assertThat(generation.of(new Input(directory.resolve("clusters"), Optional.empty())))
                .isEqualTo(GoalResult.success());
        assertThat(lines.all()).anyMatch(line -> line.startsWith("WARNING the next run will take longer: "));
    }

    @Test
    void warnsOfUnprotectedSecretsInEveryRun() throws IOException {
        try (FileSystem fat = Jimfs.newFileSystem(
                Configuration.unix().toBuilder().setAttributeViews("basic").build())) {
            Path place = Files.createDirectories(fat.getPath("/work"));
            Path specification = Files.copy(SmallCluster.SMALL, place.resolve("cluster.yaml"));
            GenerationOptions options = GenerationOptions.of(place.resolve("out"), place.resolve("secrets"), "1");
            for (int run = 0; run < 3; run++) {
                Lines build = new Lines();
                BundleGeneration generation = new BundleGeneration(
                        build.speech(place), options, CLOCK, Optional.of("tool"), Passphrases.NONE);

                assertThat(generation.of(new Input(specification, Optional.of(Language.EN))))
                        .isEqualTo(GoalResult.success());

                assertThat(build.all())
                        .as("run " + run)
                        .filteredOn(line -> line.startsWith("WARNING"))
                        .singleElement()
                        .asString()
                        .contains("the secrets in secrets/small are not protected");
            }
        }
    }

    private GoalResult generate(GenerationOptions options, Optional<Language> language) {
        BundleGeneration generation =
                new BundleGeneration(lines.speech(directory), options, CLOCK, Optional.empty(), Passphrases.NONE);
        return generation.of(new Input(directory.resolve("clusters"), language));
    }

    private GenerationOptions options() {
        return GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "1");
    }

    private void describe(String name) throws IOException {
        String small = Files.readString(SmallCluster.SMALL);
        Files.writeString(
                directory.resolve("clusters/" + name + ".yaml"),
                small.replace("name: small", "name: " + name)
                        .replace("10.20.0.", name.equals("small") ? "10.20.0." : "10.21.0."));
    }
}
