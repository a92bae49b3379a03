package io.github.pg1c.maven.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidationTest {

    @TempDir
    private Path directory;

    private final Lines lines = new Lines();

    @Test
    void confirmsSpecificationWithoutErrors() throws IOException {
        copy("cluster.yaml");

        GoalResult outcome = validate(directory.resolve("cluster.yaml"));

        assertThat(outcome).isEqualTo(GoalResult.success());
        assertThat(lines.all()).contains("RESULT small: cluster.yaml has no errors");
    }

    @Test
    void reportsProblemsOfAllFilesWithTheirPlaces() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "language: en\nname: a\nnmae: b\n");
        Files.writeString(directory.resolve("b.yaml"), "language: en\nname: [\n");
        copy("c.yaml");

        GoalResult outcome = validate(directory);

        assertThat(outcome.failed()).isTrue();
        assertThat(lines.all())
                .anyMatch(line -> line.startsWith("ERROR a.yaml:3:1: error PG1C-"))
                .anyMatch(line -> line.startsWith("ERROR b.yaml:"))
                .noneMatch(line -> line.contains("c.yaml"));
    }

    @Test
    void speaksTheLanguageOfFileThatHasErrors() throws IOException {
        Files.writeString(directory.resolve("a.yaml"), "name: a\nnmae: b\n");

        GoalResult outcome = validate(directory);

        assertThat(outcome.sentence()).startsWith("pg1c: ошибок: ");
        assertThat(lines.all()).anyMatch(line -> line.startsWith("ERROR a.yaml:2:1: ошибка PG1C-"));
    }

    @Test
    void refusesTwoDescriptionsOfOneCluster() throws IOException {
        copy("a.yaml");
        copy("b.yaml");

        GoalResult outcome = validate(directory);

        assertThat(outcome.sentence()).startsWith("pg1c: errors: 1; ");
        assertThat(lines.all())
                .contains("ERROR b.yaml: error PG1C-902: name: cluster 'small' is also described in a.yaml");
    }

    @Test
    void refusesPlaceWithoutSpecification() {
        GoalResult outcome = new Validation(lines.speech(directory))
                .of(new Input(directory.resolve("absent.yaml"), Optional.of(Language.EN)));

        assertThat(outcome.failed()).isTrue();
        assertThat(lines.all()).contains("ERROR absent.yaml: error PG1C-901: there is no specification here");
    }

    private GoalResult validate(Path place) {
        return new Validation(lines.speech(directory)).of(new Input(place, Optional.empty()));
    }

    private void copy(String name) throws IOException {
        Files.copy(SmallCluster.SMALL, directory.resolve(name));
    }
}
