package io.github.pg1c.maven.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.BundleFile;
import io.github.pg1c.maven.specification.Input;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowDiffTest {

    private static final Path ZUP = Path.of("../samples/zup/cluster.yaml");

    @TempDir
    private Path directory;

    private final Lines lines = new Lines();
    private final StringBuilder output = new StringBuilder();

    private String zup = "";
    private Path specification = ZUP;

    @BeforeEach
    void describe() throws IOException {
        zup = Files.readString(ZUP);
        specification = Files.writeString(directory.resolve("cluster.yaml"), zup);
    }

    @Test
    void moreConnectionsAreExplainedAndOrdered() throws IOException {
        write("out/zup", zup);
        Files.writeString(specification, zup.replace("connections: 200", "connections: 300"));

        assertThat(diff(request().get())).isEqualTo(GoalResult.success());

        assertThat(output.toString())
                .startsWith("zup: настройки, которые отличаются: out/zup → cluster.yaml\n")
                .contains("  spbpsql1, spbpsql2: /etc/patroni/patroni.yml\n")
                .contains("    bootstrap.dcs.postgresql.parameters.max_connections: 215 → 315"
                        + " (общая конфигурация, затем перезапуск postgresql, по порядку)\n      причина: ")
                .containsSubsequence(
                        "zup: шаги по порядку:\n  1. доставить и установить файлы",
                        "изменить общую конфигурацию в DCS",
                        "pg1c-patronictl edit-config zup --apply",
                        "перезапустить реплики, одну за другой",
                        "пользователь заметит: сеансы чтения",
                        "передать роль лидера",
                        "перезапустить бывшего лидера",
                        "перечитать настройки pgbouncer");
    }

    @Test
    void anotherLanguageIsNoDifference() throws IOException {
        write("out/zup", zup);
        Files.writeString(specification, zup.replace("language: ru", "language: en"));

        assertThat(diff(request().get())).isEqualTo(GoalResult.success());

        assertThat(output.toString()).isEqualTo("zup: nothing to do, no setting differs: out/zup → cluster.yaml\n");
    }

    @Test
    void languageOfTheGoalIsNoDifference() throws IOException {
        write("out/zup", zup);

        new ShowDiff(lines.speech(directory), output::append, request().get())
                .of(new Input(specification, Optional.of(Language.EN)));

        assertThat(output.toString()).startsWith("zup: nothing to do, ");
    }

    @Test
    void listsShowTheLinesThatCameAndWent() throws IOException {
        write("out/zup", zup);
        Files.writeString(
                specification, zup.replace("clients: [192.168.10.0/24]", "clients: [192.168.10.0/24, 10.99.0.0/24]"));

        assertThat(diff(request().get())).isEqualTo(GoalResult.success());

        assertThat(output.toString()).contains("""
                  spbetcd1, spbetcd2: /etc/haproxy/haproxy.cfg
                    frontend write/tcp-request: (перечитывание настроек haproxy)
                      - connection reject unless { src 192.168.10.0/24 }
                      + connection reject unless { src 192.168.10.0/24 10.99.0.0/24 }
                """);
    }

    @Test
    void twoBundlesAreDataForPrograms() throws IOException {
        Path before = write("one/zup", zup);
        Path after = write("two/zup", zup.replace("connections: 200", "connections: 300"));

        assertThat(diff(request().before(before).after(after).format("json").get()))
                .isEqualTo(GoalResult.success());

        JsonNode json = new ObjectMapper().readTree(output.toString());
        assertThat(json.path("cluster").asText()).isEqualTo("zup");
        assertThat(json.path("before").asText()).isEqualTo("one/zup");
        assertThat(json.path("after").asText()).isEqualTo("two/zup");
        assertThat(json.path("settings")).anySatisfy(setting -> {
            assertThat(setting.path("node").asText()).isEqualTo("spbpsql1");
            assertThat(setting.path("path").asText()).isEqualTo("bootstrap.dcs.postgresql.parameters.max_connections");
            assertThat(setting.path("before").asText()).isEqualTo("215");
            assertThat(setting.path("after").asText()).isEqualTo("315");
            assertThat(setting.path("need").asText()).isEqualTo("shared:restart:postgresql:limit");
        });
        assertThat(json.path("steps")).anySatisfy(step -> {
            assertThat(step.path("action").asText()).isEqualTo("change-shared");
            assertThat(step.path("where").asText()).isEqualTo("once");
            assertThat(step.path("commands").get(0).path("node").asText()).isEqualTo("spbpsql1");
            assertThat(step.path("notice").asText()).isEqualTo("ничего");
        });
    }

    @Test
    void comparesWithAnotherSpecification() throws IOException {
        Path before = Files.writeString(
                directory.resolve("before.yaml"), zup.replace("connections: 200", "connections: 150"));

        assertThat(diff(request().before(before).get())).isEqualTo(GoalResult.success());

        assertThat(output.toString()).startsWith("zup: настройки, которые отличаются: before.yaml → cluster.yaml\n");
    }

    @Test
    void aClusterWithoutABundleIsNew() {
        assertThat(diff(request().get())).isEqualTo(GoalResult.success());

        assertThat(output.toString())
                .isEqualTo("zup: в out/zup нет конфигурации для сравнения: cluster.yaml описывает новый кластер\n");
    }

    @Test
    void everyProblemIsToldAtOnce() throws IOException {
        Files.writeString(specification, zup.replace("connections: 200", "connections: many"));
        Path nothing = directory.resolve("nothing");

        GoalResult result = diff(request().before(nothing).format("xml").get());

        assertThat(result).isEqualTo(GoalResult.failure("pg1c: ошибок: 3; сравнения не было"));
        assertThat(output).isEmpty();
        assertThat(lines.all())
                .anyMatch(line -> line.contains("cluster.yaml:"))
                .anyMatch(line -> line.contains("pg1c.before") && line.contains("PG1C-904"))
                .anyMatch(line -> line.contains("pg1c.format") && line.contains("PG1C-903"));
    }

    @Test
    void differentClustersAreNotCompared() throws IOException {
        Path before = write("out/other", zup.replace("name: zup\n", "name: other\n"));

        GoalResult result = diff(request().before(before).get());

        assertThat(result.failed()).isTrue();
        assertThat(lines.all()).anyMatch(line -> line.contains("это разные кластеры: other и zup"));
    }

    @Test
    void aDamagedBundleIsAProblem() throws IOException {
        Path before = Files.createDirectories(directory.resolve("damaged"));
        Files.writeString(before.resolve("bundle.json"), "{");

        assertThat(diff(request().before(before).get()).failed()).isTrue();

        assertThat(lines.all()).anyMatch(line -> line.contains("не удалось прочитать damaged/bundle.json"));
    }

    private GoalResult diff(DiffRequest request) {
        return new ShowDiff(lines.speech(directory), output::append, request)
                .of(new Input(specification, Optional.empty()));
    }

    private Path write(String place, String yaml) throws IOException {
        Bundle bundle = Bundle.of(
                SpecificationReader.read(yaml, "cluster.yaml").cluster().orElseThrow(), "0".repeat(64), "1");
        Path root = directory.resolve(place);
        for (BundleFile file : bundle.files()) {
            Path path = root.resolve(file.path());
            Files.createDirectories(path.getParent());
            Files.write(path, file.bytes());
        }
        return root;
    }

    private Request request() {
        return new Request();
    }

    private final class Request {
        private Optional<Path> before = Optional.empty();
        private Optional<Path> after = Optional.empty();
        private Optional<String> format = Optional.empty();

        Request before(Path place) {
            before = Optional.of(place);
            return this;
        }

        Request after(Path place) {
            after = Optional.of(place);
            return this;
        }

        Request format(String word) {
            format = Optional.of(word);
            return this;
        }

        DiffRequest get() {
            return new DiffRequest(
                    before,
                    after,
                    Optional.empty(),
                    format,
                    directory.resolve("out"),
                    directory.resolve("secrets"),
                    "1");
        }
    }
}
