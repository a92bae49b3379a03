package io.github.pg1c.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PropertyNamesTest {

    /** Within a string; documentation of goals may name properties. */
    private static final Pattern TYPED = Pattern.compile("^[^*]*\"[^\"]*-Dpg1c\\.\\w");

    /** Below this package, which speaks through it. */
    private static final List<String> BELOW = List.of("speech");

    @Test
    void noOtherClassWritesAPropertyAsText() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .filteredOn(file -> !BELOW.contains(
                            file.getName(file.getNameCount() - 2).toString()))
                    .allSatisfy(file -> assertThat(Files.readAllLines(file))
                            .noneMatch(line -> TYPED.matcher(line).find()));
        }
    }
}
