package io.github.pg1c.maven.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.maven.speech.GoalResult;
import io.github.pg1c.maven.speech.Lines;
import io.github.pg1c.model.yaml.SpecificationSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaFileTest {

    private static final String MODELINE = "RESULT     # yaml-language-server: $schema=";

    @TempDir
    private Path directory;

    private final Lines lines = new Lines();

    @Test
    void writesTheSchemaBesideTheSpecificationAndSaysHowToUseIt() throws IOException {
        Path specification = Files.copy(SmallCluster.SMALL, directory.resolve("cluster.yaml"));

        assertThat(schema(specification, Optional.empty(), false)).isEqualTo(GoalResult.success());

        assertThat(directory.resolve("cluster.schema.json")).hasContent(SpecificationSchema.text());
        assertThat(lines.all())
                .containsExactly(
                        "RESULT schema written to cluster.schema.json",
                        "RESULT for editors, make this the first line of cluster.yaml:",
                        MODELINE + "cluster.schema.json");
    }

    @Test
    void leavesAnEqualSchemaAloneAndIsSilentAboutALineThatIsThere() throws IOException {
        Path specification = Files.writeString(
                directory.resolve("cluster.yaml"),
                "# yaml-language-server: $schema=cluster.schema.json\n" + SmallCluster.text(""));
        schema(specification, Optional.empty(), false);
        Path file = directory.resolve("cluster.schema.json");
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, time);
        lines.all().clear();

        schema(specification, Optional.empty(), false);

        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(lines.all()).containsExactly("RESULT schema in cluster.schema.json: nothing changed");
    }

    @Test
    void replacesASchemaOfAnotherVersionButNoOtherFile() throws IOException {
        Path file = directory.resolve("cluster.schema.json");
        Files.writeString(file, "{\"title\": \"pg1c cluster\"}");
        assertThat(schema(directory.resolve("cluster.yaml"), Optional.empty(), false)
                        .failed())
                .isFalse();
        assertThat(file).hasContent(SpecificationSchema.text());

        Files.writeString(file, "mine");
        GoalResult refused = schema(directory.resolve("cluster.yaml"), Optional.empty(), false);

        assertThat(refused.sentence())
                .isEqualTo("pg1c: cluster.schema.json is no schema of pg1c and stays; move it away, name another file"
                        + " with -Dpg1c.outputFile, or lose it with -Dpg1c.force");
        assertThat(file).hasContent("mine");
        assertThat(schema(directory.resolve("cluster.yaml"), Optional.empty(), true)
                        .failed())
                .isFalse();
        assertThat(file).hasContent(SpecificationSchema.text());
    }

    @Test
    void leadsEachSpecificationOfADirectoryToOneSchema() throws IOException {
        Path clusters = directory.resolve("clusters");
        Files.createDirectories(clusters.resolve("erp"));
        Files.copy(SmallCluster.SMALL, clusters.resolve("zup.yaml"));
        Files.copy(SmallCluster.SMALL, clusters.resolve("erp/cluster.yaml"));

        schema(clusters, Optional.of(directory.resolve("schemas/pg1c.json")), false);

        assertThat(directory.resolve("schemas/pg1c.json")).isRegularFile();
        assertThat(lines.all())
                .contains(MODELINE + "../schemas/pg1c.json", MODELINE + "../../schemas/pg1c.json")
                .contains("RESULT for editors, make this the first line of clusters/erp/cluster.yaml:");
        assertThat(clusters.resolve("cluster.schema.json")).doesNotExist();
    }

    @Test
    void worksBeforeThereIsASpecification() {
        schema(directory.resolve("cluster.yaml"), Optional.empty(), false);

        assertThat(lines.all()).contains(MODELINE + "cluster.schema.json");
    }

    @Test
    void worksInADirectoryWithoutSpecifications() throws IOException {
        Path clusters = Files.createDirectories(directory.resolve("clusters"));

        assertThat(schema(clusters, Optional.empty(), false)).isEqualTo(GoalResult.success());

        assertThat(clusters.resolve("cluster.schema.json")).isRegularFile();
        assertThat(lines.all())
                .containsExactly(
                        "RESULT schema written to clusters/cluster.schema.json",
                        "RESULT for editors, make this the first line of clusters/cluster.yaml:",
                        MODELINE + "cluster.schema.json");
    }

    @Test
    void saysWhyItCannotBeWritten() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThat(schema(directory.resolve("cluster.yaml"), Optional.of(file.resolve("s.json")), false)
                        .sentence())
                .contains(file + " is a file, not a directory");
        assertThat(schema(directory.resolve("cluster.yaml"), Optional.of(directory), false)
                        .sentence())
                .contains("it is a directory; name a file");
    }

    private GoalResult schema(Path specification, Optional<Path> named, boolean force) {
        return new SchemaFile(lines.speech(directory), named, force)
                .of(new Input(specification, Optional.of(Language.EN)));
    }
}
