package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Only a component's folder knows its name: neither an identifier nor a literal of another class has it. The names are
 * those of the folders, but for {@code system} and {@code postgresql}: the first is a word of every day, and what the
 * second stands for is what the whole bundle is about.
 */
class ComponentNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/pg1c/bundle");
    private static final Path COMPONENTS = SOURCES.resolve("component");
    private static final Set<String> SUBJECTS = Set.of("system", "postgresql");

    /** The registration, which lists every component in one line; nothing else may. */
    private static final Set<String> EXCEPTIONS = Set.of("render/Components.java");

    /** Literals are kept, comments are not; a literal may hold what begins a comment, and the other way round. */
    private static final Pattern LITERAL_OR_COMMENT = Pattern.compile(
            "(\"\"\".*?\"\"\"|\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+')|/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

    @Test
    void noClassOutsideOfTheFoldersKnowsAComponent() throws IOException {
        Map<String, List<String>> known = new TreeMap<>();
        for (Path source : sources(SOURCES)) {
            String path = SOURCES.relativize(source).toString().replace('\\', '/');
            List<String> names = named(Files.readString(source));
            if (!names.isEmpty() && !isOfAComponent(path)) {
                known.put(path, names);
            }
        }
        assertThat(known.keySet()).as(known.toString()).containsExactlyElementsOf(new TreeSet<>(EXCEPTIONS));
    }

    /** A look that finds nothing anywhere would prove nothing. */
    @Test
    void everyFolderIsFoundByItsName() throws IOException {
        for (String name : names()) {
            assertThat(named(Files.readString(COMPONENTS.resolve(name).resolve(capitalised(name) + "Component.java"))))
                    .contains(name);
        }
        assertThat(named("class A { String port = \"haproxy: 5000\"; } // etcd"))
                .containsExactly("haproxy");
    }

    private static List<String> named(String source) throws IOException {
        String code = LITERAL_OR_COMMENT
                .matcher(source)
                .replaceAll(found -> found.group(1) == null ? "" : Matcher.quoteReplacement(found.group(1)))
                .toLowerCase(Locale.ROOT);
        return names().stream().filter(code::contains).toList();
    }

    private static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(COMPONENTS)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !SUBJECTS.contains(name))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOfAComponent(String path) {
        return path.matches("component/[^/]+/.*");
    }

    private static String capitalised(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
