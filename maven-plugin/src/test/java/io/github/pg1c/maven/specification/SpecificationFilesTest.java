package io.github.pg1c.maven.specification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecificationFilesTest {

    @Test
    void takesNamedFileWhateverItsName(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("zup.conf"));

        assertThat(SpecificationFiles.at(file)).containsExactly(file);
    }

    @Test
    void takesYamlOfDirectoryAndConventionalNameOneLevelBelow(@TempDir Path directory) throws IOException {
        Path b = Files.createFile(directory.resolve("b.yml"));
        Path a = Files.createFile(directory.resolve("a.yaml"));
        Path below =
                Files.createFile(Files.createDirectory(directory.resolve("c")).resolve("cluster.yaml"));
        Files.createFile(directory.resolve("c/other.yaml"));
        Files.createFile(directory.resolve("notes.md"));
        Files.createFile(Files.createDirectories(directory.resolve("d/e")).resolve("cluster.yaml"));

        assertThat(SpecificationFiles.at(directory)).containsExactly(a, b, below);
    }

    @Test
    void findsNothingWhereNothingIs(@TempDir Path directory) throws IOException {
        assertThat(SpecificationFiles.at(directory)).isEmpty();
        assertThat(SpecificationFiles.at(directory.resolve("absent.yaml"))).isEmpty();
    }
}
