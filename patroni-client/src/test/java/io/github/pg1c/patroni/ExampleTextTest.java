package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what {@link ExampleTest} runs, word for word; only white space differs. */
class ExampleTextTest {
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java/io/github/pg1c/patroni/ExampleTest.java");
    private static final Pattern SHOWN = Pattern.compile("<pre>(?:\\{@code)?(.*?)}?</pre>", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("// example\n(.*?)// end\n", Pattern.DOTALL);

    @Test
    void everyExampleOfTheDocumentationIsRun() throws IOException {
        List<String> shown = new ArrayList<>();
        for (Path source : sources()) {
            String text = Files.readString(source).replaceAll("(?m)^ *\\* ?", "");
            shown.addAll(all(SHOWN, text));
        }

        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(all(RUN, Files.readString(TEST)));
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1).replaceAll("\\s+", ""));
        }
        return found;
    }
}
