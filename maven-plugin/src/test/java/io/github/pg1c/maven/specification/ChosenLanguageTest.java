package io.github.pg1c.maven.specification;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenLanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "language: en|EN",
                "language: \"en\"|EN",
                "language: ru|RU",
                "name: zup|RU",
                "# language: en|RU",
                "language: english|RU"
            })
    void readsLanguageOfFileThatHasErrors(String line, Language expected, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("cluster.yaml"), "name: [\n" + line + "\n");

        assertThat(ChosenLanguage.of(file)).isEqualTo(expected);
    }
}
