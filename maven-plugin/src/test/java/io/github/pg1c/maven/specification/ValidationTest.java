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
    void refusesTwoClustersOnOneHost() throws IOException {
        copy("a.yaml");
        Files.writeString(
                directory.resolve("b.yaml"),
                SmallCluster.text("name: small→name: other").replace("10.20.0.11", "10.20.0.21"));

        GoalResult outcome = validate(directory);

        assertThat(outcome.sentence()).startsWith("pg1c: errors: 3; ");
        assertThat(lines.all())
                .contains("ERROR b.yaml: error PG1C-907: nodes[1].address: '10.20.0.12' belongs to another cluster"
                        + " as well: small, a.yaml")
                .anyMatch(line -> line.contains("nodes[2].address: '10.20.0.13'"))
                .anyMatch(line -> line.contains("access.addresses: '10.20.0.40'"));
    }

    @Test
    void refusesTwoClustersBehindOneEntrance() throws IOException {
        String entrance = "access: {→access: {host: %s, writePort: %d, readPort: %d, ";
        write("a.yaml", "a", "10.20.0.", entrance.formatted("db.corp.example", 5000, 5001));
        write("b.yaml", "b", "10.21.0.", entrance.formatted("db.corp.example", 6000, 6001));
        write("c.yaml", "c", "10.22.0.", entrance.formatted("DB.corp.example", 6001, 6002));

        validate(directory);

        assertThat(lines.all())
                .filteredOn(line -> line.contains("PG1C-907"))
                .singleElement()
                .asString()
                .startsWith("ERROR c.yaml: error PG1C-907: access.host: ")
                .endsWith(":6001' belongs to another cluster as well: b, b.yaml");
    }

    @Test
    void refusesOneVirtualRouterForTwoClustersOfANetwork() throws IOException {
        String router = "nodes:→keepalived: {virtualRouterId: 7}\nnodes:";
        write("a.yaml", "a", "10.20.0.", router);
        write("b.yaml", "b", "10.20.0.1", router);
        write("c.yaml", "c", "10.21.0.", router);

        validate(directory);

        assertThat(lines.all())
                .filteredOn(line -> line.contains("PG1C-909"))
                .containsExactly(
                        "ERROR b.yaml: error PG1C-909: keepalived.virtualRouterId: virtual router 7 of 10.20.0.140"
                                + " in 10.20.0.0/24 is also that of a, a.yaml");
    }

    @Test
    void explainsAFileThatCannotBeRead() throws IOException {
        copy("a.yaml");
        Files.createSymbolicLink(directory.resolve("loop.yaml"), directory.resolve("loop.yaml"));

        assertThat(validate(directory).failed()).isTrue();
        assertThat(lines.all())
                .anyMatch(line -> line.contains("loop.yaml cannot be read: ")
                        || line.contains("loop.yaml не удалось прочитать: ")
                                && line.contains("символическая ссылка, которая никуда не ведёт"));
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

    private void write(String file, String name, String network, String replacement) throws IOException {
        Files.writeString(
                directory.resolve(file),
                SmallCluster.text(replacement)
                        .replace("name: small", "name: " + name)
                        .replace("10.20.0.", network));
    }

    private void copy(String name) throws IOException {
        Files.copy(SmallCluster.SMALL, directory.resolve(name));
    }
}
