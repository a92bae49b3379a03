package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.Location;
import io.github.pg1c.base.words.Problem;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileInputTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void aMissingFileIsAProblem() {
        Problem problem = only(SpecificationReader.read(folder.resolve("none.yaml")));

        assertThat(problem.code()).isEqualTo("PG1C-001");
        assertThat(problem.toString(Language.RU)).contains("none.yaml").doesNotContain(folder.toString());
    }

    @Test
    void aDirectoryIsAProblem() {
        assertThat(only(SpecificationReader.read(folder)).code()).isEqualTo("PG1C-001");
    }

    @Test
    void aLargeFileIsAProblem() throws IOException {
        Path file = Files.write(folder.resolve("large.yaml"), new byte[(1 << 20) + 1]);

        assertThat(only(SpecificationReader.read(file)).code()).isEqualTo("PG1C-002");
    }

    @Test
    void windows1251IsAProblemWithItsPlace() {
        byte[] bytes = "name: zup\n# имя\n".getBytes(Charset.forName("windows-1251"));

        Problem problem = only(SpecificationReader.read(bytes, "cluster.yaml"));

        assertThat(problem.code()).isEqualTo("PG1C-003");
        assertThat(problem.location()).isEqualTo(Optional.of(new Location(2, 3)));
    }

    @Test
    void utf16IsAProblem() {
        byte[] bytes = "name: zup\n".getBytes(StandardCharsets.UTF_16);

        assertThat(only(SpecificationReader.read(bytes, "cluster.yaml")).code()).isEqualTo("PG1C-003");
    }

    @Test
    void aliasesOfAliasesAreRefusedBeforeTheyGrow() {
        StringBuilder text = new StringBuilder("x-0: &a0 [b, b, b, b, b, b, b, b, b, b]\n");
        for (int i = 1; i < 12; i++) {
            text.append("x-" + i + ": &a" + i + " [" + ("*a" + (i - 1) + " ,").repeat(9) + "*a" + (i - 1) + " ]\n");
        }

        assertThat(only(SpecificationReader.read(text.toString(), "bomb.yaml")).code())
                .isEqualTo("PG1C-010");
    }

    @Test
    void mergesOfMergesAreRefusedBeforeTheyGrow() {
        StringBuilder text = new StringBuilder("x-0: &a0 {");
        for (int i = 0; i < 3000; i++) {
            text.append("k").append(i).append(": 1, ");
        }
        text.append("}\nx-1: {<<: [").append("*a0 , ".repeat(3000)).append("*a0 ]}\n");

        assertThat(only(SpecificationReader.read(text.toString(), "bomb.yaml")).code())
                .isEqualTo("PG1C-010");
    }

    @Test
    void aHundredThousandBracketsAreRefused() {
        String text = "name: " + "[".repeat(100_000);

        assertThat(only(SpecificationReader.read(text, "deep.yaml")).code()).isEqualTo("PG1C-010");
    }

    @Test
    void anAliasInsideOfItsAnchorIsRefused() {
        Specification specification = SpecificationReader.read("x-a: &a [*a ]\n", "loop.yaml");

        assertThat(specification.cluster()).isEmpty();
        assertThat(specification.problems()).extracting(Problem::code).contains("PG1C-011");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "# only a comment\n", "---\n", "null", "~", "...\n"})
    void nothingIsAProblem(String text) {
        assertThat(only(SpecificationReader.read(text, "empty.yaml")).code()).isIn("PG1C-006", "PG1C-008");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zup", "[a, b]", "12", "\"quoted\""})
    void aFileWithoutKeysIsAProblem(String text) {
        assertThat(SpecificationReader.read(text, "list.yaml").problems())
                .extracting(Problem::code)
                .containsExactly("PG1C-023");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b: c",
                "a:\n\t- b",
                "a: 'b",
                "{",
                "]",
                "%YAML 9.9\n---\na: b",
                "a: @b",
                "a: `b",
                "&",
                "*",
                "!",
                "a: |9\n x",
                "? ? ?",
                "- a\nb",
                "\u0085",
                "a: \"\\x\"",
                "%TAG ! !\n"
            })
    void brokenYamlIsAProblem(String text) {
        Specification specification = SpecificationReader.read(text, "broken.yaml");

        assertThat(specification.hasErrors()).isTrue();
        assertThat(specification.problems())
                .allSatisfy(problem -> assertThat(problem.location()).isPresent());
    }

    @Test
    void loneSurrogatesAreNoText() {
        byte[] bytes = {'a', ':', ' ', (byte) 0xED, (byte) 0xA0, (byte) 0x80};

        assertThat(only(SpecificationReader.read(bytes, "cluster.yaml")).code()).isEqualTo("PG1C-003");
    }

    private static Problem only(Specification specification) {
        assertThat(specification.cluster()).isEmpty();
        assertThat(specification.problems()).hasSize(1);
        return specification.problems().get(0);
    }
}
