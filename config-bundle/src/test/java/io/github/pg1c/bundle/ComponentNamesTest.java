package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Only a component's folder knows its name: no identifier and no literal of another class has it. The names are those
 * of the folders, except {@code system}, a common word, and {@code postgresql}, the subject of the whole bundle.
 */
class ComponentNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/github/pg1c/bundle");
    private static final Path COMPONENTS = SOURCES.resolve("component");
    private static final Set<String> SUBJECTS = Set.of("system", "postgresql");

    /** The registration, the only class that may list every component. */
    private static final Set<String> EXCEPTIONS = Set.of("render/Components.java");

    /** Names of other components in a component's folder, each with the reason. */
    private static final Map<String, String> KNOWN = new TreeMap<>(Map.of(
            "diskwatch knows patroni", "it asks the REST API who leads, and for a switchover",
            "patroni knows etcd", "it keeps its state there: endpoints, authority, chapters on a lost quorum",
            "patroni knows postgresql", "it runs the server and writes its configuration",
            "postgresql knows patroni", "the server's files stand in the directory of what runs it",
            "keepalived knows haproxy", "it asks the balancer of its node whether it works",
            "haproxy knows patroni", "its checks ask the REST API who leads",
            "system knows patroni", "the kernel is set before what runs the server starts"));

    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?io\\.github\\.pg1c\\.bundle\\.component\\.([a-z]+)\\.", Pattern.MULTILINE);

    /** Keeps literals and drops comments; a literal may contain the start of a comment, and a comment a quote. */
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
        assertThat(known.keySet())
                .as("classes that name a component; found: %s", known)
                .containsExactlyElementsOf(new TreeSet<>(EXCEPTIONS));
    }

    /** A search that never finds anything would prove nothing. */
    @Test
    void everyFolderIsFoundByItsName() throws IOException {
        for (String name : names()) {
            List<Path> found = sources(COMPONENTS.resolve(name)).stream()
                    .filter(source -> String.valueOf(source.getFileName()).equalsIgnoreCase(name + "Component.java"))
                    .toList();
            assertThat(found)
                    .as("the class '%s…Component' of the folder '%s'", name, name)
                    .hasSize(1);
            assertThat(named(Files.readString(found.get(0)))).contains(name);
        }
        assertThat(named("class A { String port = \"haproxy: 5000\"; } // etcd"))
                .containsExactly("haproxy");
    }

    /**
     * A folder that uses another one imports it, or has its name in an identifier, a path or the name of a unit. Prose
     * may name every component: the runbook is about all of them.
     */
    @Test
    void aFolderKnowsOnlyTheseOthers() throws IOException {
        Map<String, List<String>> known = new TreeMap<>();
        for (Path source : sources(COMPONENTS)) {
            String path = SOURCES.relativize(source).toString().replace('\\', '/');
            if (isOfAComponent(path)) {
                String own = path.split("/")[1];
                String text = Files.readString(source);
                Stream.concat(imported(text).stream(), named(text, ComponentNamesTest::isProse).stream())
                        .filter(other -> !other.equals(own))
                        .forEach(other -> known.computeIfAbsent(own + " knows " + other, edge -> new ArrayList<>())
                                .add(path));
            }
        }
        assertThat(known.keySet())
                .as("a folder that must know another one is a row of KNOWN, with its reason; found: %s", known)
                .containsExactlyElementsOf(KNOWN.keySet());
    }

    @Test
    void proseNamesNoComponent() throws IOException {
        assertThat(named("unit = \"haproxy.service\"; say(\"etcd is away\")", ComponentNamesTest::isProse))
                .containsExactly("haproxy");
        assertThat(imported("import io.github.pg1c.bundle.component.postgresql.PsqlCommand;\n"))
                .containsExactly("postgresql");
    }

    private static List<String> named(String source) throws IOException {
        return named(source, literal -> false);
    }

    /** Names in identifiers and in literals, except the excluded ones. */
    private static List<String> named(String source, Predicate<String> leftOut) throws IOException {
        String code = LITERAL_OR_COMMENT
                .matcher(source)
                .replaceAll(found -> found.group(1) == null || leftOut.test(found.group(1))
                        ? ""
                        : Matcher.quoteReplacement(found.group(1)))
                .toLowerCase(Locale.ROOT);
        return names().stream().filter(code::contains).toList();
    }

    private static List<String> imported(String source) {
        return IMPORT.matcher(source)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private static boolean isProse(String literal) {
        String text = literal.replaceAll("^\"+|\"+$", "").strip();
        return text.matches("(?s).*(\\s|\\P{ASCII}).*");
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

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }
}
