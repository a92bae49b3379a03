package io.github.pg1c.maven.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.maven.certificates.Passphrases;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.specification.SmallCluster;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.secrets.generate.GenerationOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunTest {

    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    @TempDir
    private Path directory;

    private Path specification;

    @BeforeEach
    void generateOnce() throws IOException {
        specification = directory.resolve("cluster.yaml");
        Files.copy(SmallCluster.SMALL, specification);
        assertThat(generate("tool", NOW)).isEqualTo(GoalResult.success());
    }

    @Test
    void holdsWhenNothingWasTouched() throws IOException {
        assertThat(lastRun("tool", NOW.plusSeconds(60)).holds())
                .hasValueSatisfying(results -> assertThat(results)
                        .singleElement()
                        .satisfies(result -> assertThat(result.cluster()).isEqualTo("small")));
    }

    @Test
    void saysWhatAWholeRunWouldSay() {
        Lines first = new Lines();
        new BundleGeneration(first.speech(directory), options(), at(NOW), Optional.empty(), Passphrases.NONE)
                .of(input());
        Lines second = new Lines();
        new BundleGeneration(second.speech(directory), options(), at(NOW), Optional.of("tool"), Passphrases.NONE)
                .of(input());

        assertThat(second.all()).isEqualTo(first.all()).isNotEmpty();
    }

    @Test
    void isForgottenWhenTheSpecificationChanges() throws IOException {
        Files.writeString(specification, Files.readString(specification) + "# one more line\n");

        assertThat(lastRun("tool", NOW).holds()).isEmpty();
    }

    @Test
    void isForgottenWhenPg1cChanges() throws IOException {
        assertThat(lastRun("another tool", NOW).holds()).isEmpty();
    }

    @Test
    void isForgottenAfterADayAndBeforeItWasMade() throws IOException {
        assertThat(lastRun("tool", NOW.plus(Duration.ofHours(25))).holds()).isEmpty();
        assertThat(lastRun("tool", NOW.minusSeconds(1)).holds()).isEmpty();
    }

    @Test
    void isForgottenWhenAFileOfTheBundleIsEditedEvenToTheSameSize() throws IOException {
        Path runbook = directory.resolve("out/small/RUNBOOK.md");
        String text = Files.readString(runbook);
        Files.writeString(runbook, text.replace('a', 'b'));
        Files.setLastModifiedTime(runbook, FileTime.from(Instant.now().plusSeconds(2)));

        assertThat(lastRun("tool", NOW).holds()).isEmpty();
    }

    @Test
    void isForgottenWhenASecretIsLostOrOpened() throws IOException {
        Path key;
        try (Stream<Path> files = Files.walk(directory.resolve("secrets/small/ca"))) {
            key = files.filter(file -> file.toString().endsWith("-key.pem"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(lastRun("tool", NOW).holds()).isEmpty();

        generate("tool", NOW);
        assertThat(lastRun("tool", NOW).holds()).isPresent();
        Files.delete(directory.resolve("secrets/small/passwords/superuser"));
        assertThat(lastRun("tool", NOW).holds()).isEmpty();
    }

    @Test
    void isNotMadeOfARunThatWarns() throws IOException {
        Files.writeString(specification, Files.readString(specification) + "tls: {validity: 900d}\n");

        assertThat(generate("tool", NOW)).isEqualTo(GoalResult.success());

        assertThat(lastRun("tool", NOW).holds()).isEmpty();
    }

    @Test
    void aDamagedNoteIsNoNote() throws IOException {
        try (Stream<Path> notes = Files.list(directory.resolve("secrets/.last-run"))) {
            for (Path note : notes.toList()) {
                Files.writeString(note, "pg1c-last-run 1\nnonsense");
            }
        }

        assertThat(lastRun("tool", NOW).holds()).isEmpty();
        assertThat(generate("tool", NOW)).isEqualTo(GoalResult.success());
    }

    private GoalResult generate(String tool, Instant now) {
        return new BundleGeneration(
                        new Lines().speech(directory), options(), at(now), Optional.of(tool), Passphrases.NONE)
                .of(input());
    }

    private LastRun lastRun(String tool, Instant now) throws IOException {
        return LastRun.of(input(), options(), at(now), tool);
    }

    private Input input() {
        return new Input(specification, Optional.empty());
    }

    private GenerationOptions options() {
        return GenerationOptions.of(directory.resolve("out"), directory.resolve("secrets"), "1");
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
