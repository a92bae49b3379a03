package io.github.pg1c.model.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.words.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ManyMistakesTest {

    private static final Path FOLDER = Path.of("src/test/resources/mistakes");

    @Test
    void everythingIsReportedAtOnceInTheOrderOfTheFileInEnglish() throws Exception {
        compare(Language.EN);
    }

    @Test
    void everythingIsReportedAtOnceInTheOrderOfTheFileInRussian() throws Exception {
        compare(Language.RU);
    }

    private static void compare(Language language) throws Exception {
        Specification specification = SpecificationReader.read(FOLDER.resolve("many.yaml"));

        String lines = specification.problems().stream()
                .map(problem -> problem.toString(language) + "\n")
                .collect(Collectors.joining());
        Path expected = FOLDER.resolve("many." + language.code() + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, lines);
        }

        assertThat(lines)
                .as("%s: `mvn test -Dgolden.update=true` writes it anew; review the difference", expected)
                .isEqualTo(Files.readString(expected));
        assertThat(specification.cluster()).isEmpty();
    }
}
