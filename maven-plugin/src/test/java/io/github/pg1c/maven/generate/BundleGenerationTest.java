package io.github.pg1c.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.secrets.generate.GenerationOptions;
import java.io.IOException;
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
                directory.resolve("clusters/" + name + ".yaml"), small.replace("name: small", "name: " + name));
    }
}
