package io.github.pg1c.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The secrets store makes what components declare and knows no component by name, not even in comments. The names are
 * those of the components' folders, except words that all modules use.
 */
class ComponentNamesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path COMPONENTS = Path.of("../config-bundle/src/main/java/io/github/pg1c/bundle/component");
    private static final Set<String> SUBJECTS = Set.of("system", "postgresql");

    @Test
    void noSourceKnowsAComponent() throws IOException {
        Map<Path, List<String>> known = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                List<String> names = named(Files.readString(source));
                if (!names.isEmpty()) {
                    known.put(source, names);
                }
            }
        }
        assertThat(known).isEmpty();
    }

    @Test
    void namesAreFound() throws IOException {
        assertThat(names()).contains("etcd", "patroni", "pgbouncer", "haproxy");
        assertThat(named("Purpose.PATRONI_REST // HAProxy")).containsExactly("haproxy", "patroni");
    }

    private static List<String> named(String source) throws IOException {
        String text = source.toLowerCase(Locale.ROOT);
        return names().stream().filter(text::contains).toList();
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
}
