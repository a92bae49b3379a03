package io.github.pg1c.patroni;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation shows is what {@link ExampleTest} runs, word for word; only white space differs. */
class ExampleTextTest {
    private static final Path KIT = Path.of("../patroni-client-testkit");
    private static final Path TEST = Path.of("src/test/java/io/github/pg1c/patroni/ExampleTest.java");
    private static final Pattern SHOWN = Pattern.compile("<pre>(?:\\{@code)?(.*?)}?</pre>", Pattern.DOTALL);
    private static final Pattern PRINTED = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile("// example\n(.*?)// end\n", Pattern.DOTALL);

    @Test
    void everyExampleOfTheDocumentationIsRun() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (Path source : sources()) {
            String text = Files.readString(source).replaceAll("(?m)^ *\\* ?", "");
            shown.addAll(all(SHOWN, text));
        }
        shown.addAll(readme(Path.of("README.md")));
        shown.addAll(readme(KIT.resolve("README.md")));

        assertThat(shown).isNotEmpty().isEqualTo(new TreeSet<>(all(RUN, Files.readString(TEST))));
    }

    @Test
    void bothLanguagesShowTheSame() throws IOException {
        for (Path module : List.of(Path.of("."), KIT)) {
            assertThat(readme(module.resolve("README.ru.md")))
                    .isNotEmpty()
                    .isEqualTo(readme(module.resolve("README.md")));
        }
    }

    private static List<String> readme(Path file) throws IOException {
        return all(PRINTED, Files.readString(file));
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : List.of(Path.of("."), KIT)) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
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
