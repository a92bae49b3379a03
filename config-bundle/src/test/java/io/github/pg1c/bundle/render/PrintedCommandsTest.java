package io.github.pg1c.bundle.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands that the documents of every sample print. */
class PrintedCommandsTest {

    private static final Path GOLDEN = Path.of("src/test/golden");

    /** What makes a shell go on, or say nothing, after a failed command. */
    private static final List<Pattern> HIDING = List.of(
            Pattern.compile("\\|\\|\\s*(true|:)(\\s|;|$)"),
            Pattern.compile("(?<!EXIT); *rm "),
            Pattern.compile("\\b(export|local|readonly|declare)\\s+\\w+=\"?\\$\\("),
            Pattern.compile("2> ?/dev/null *(;|\\|\\||$)"),
            Pattern.compile("; *(exit|return) 0\\b"),
            Pattern.compile("\\bcurl -(?!\\w*f)[^|]*\\|"));

    private static final Pattern GOAL =
            Pattern.compile("\\bmvn\\b(?! io\\.github\\.pg1c:pg1c-maven-plugin:[\\w.-]+:[a-z-]+)");

    static List<Path> documents() throws IOException {
        try (Stream<Path> found = Files.walk(GOLDEN)) {
            return found.filter(path -> path.endsWith("RUNBOOK.md") || path.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void noCommandHidesAFailure(Path document) throws IOException {
        List<String> commands = MarkdownBlocks.of(Files.readString(document)).commands();

        assertThat(commands).isNotEmpty();
        for (Pattern hiding : HIDING) {
            assertThat(commands)
                    .as(hiding.pattern())
                    .noneMatch(line -> hiding.matcher(line).find());
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void goalsAreCalledInTheFormThatWorksEverywhere(Path document) throws IOException {
        assertThat(Files.readString(document))
                .doesNotContainPattern(GOAL)
                .doesNotContainPattern("(?<![.\\w])pg1c:[a-z]");
    }

    /** Only the administrator's machine has the secrets store. */
    @ParameterizedTest
    @MethodSource("documents")
    void onlyTheAdministratorsMachineReadsTheSecretsStore(Path document) throws IOException {
        String place = "";
        for (String line : Files.readString(document).split("\n")) {
            if (line.startsWith("**")) {
                place = line;
            }
            if (!line.startsWith("-") && !line.startsWith("|") && line.contains("\"$PG1C_SECRETS\"")) {
                assertThat(place)
                        .as(line)
                        .matches(
                                "\\*\\*(On the administrator's machine|На машине администратора|In the infrastructure repository|"
                                        + "В репозитории инфраструктуры|To \\S+:|На (?!узле|каждом|любом|текущем)\\S+:).*");
            }
        }
    }
}
