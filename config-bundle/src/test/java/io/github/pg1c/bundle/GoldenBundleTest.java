package io.github.pg1c.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the whole bundle of every sample with the tree in {@code src/test/golden};
 * {@code mvn test -Dgolden.update=true} rewrites the trees. The steps of a script, which are the same on every node of
 * every sample, stand once in {@code steps}; the trees have what comes before them.
 */
class GoldenBundleTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final Path STEPS = GOLDEN.resolve("steps");
    /** The function that all steps begin with. */
    private static final String FIRST_STEP = "\nhas() {\n";

    private static final Path SAMPLES = Path.of("../samples");
    /** Clusters whose authorities have both revoked something. */
    private static final Set<String> REVOKED = Set.of("closed", "geo", "lab");

    private static final String TOOL_VERSION = "0.1";
    private static final String HOW = "%s: `mvn test -Dgolden.update=true` writes it anew; review the difference";

    static Stream<Path> specifications() throws IOException {
        try (Stream<Path> children = Files.list(SAMPLES)) {
            return children
                    .map(child -> child.resolve("cluster.yaml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void rendersEveryFileAsExpected(Path specification) throws IOException {
        Path expected = GOLDEN.resolve(sample(specification));
        SortedMap<String, String> rendered = new TreeMap<>();
        SortedMap<String, String> steps = new TreeMap<>();
        for (var file : Bundles.texts(bundle(specification)).entrySet()) {
            int start = file.getKey().endsWith(".sh") ? file.getValue().indexOf(FIRST_STEP) : -1;
            String before = start < 0 ? file.getValue() : file.getValue().substring(0, start);
            rendered.put(file.getKey(), before);
            if (start >= 0) {
                steps.put(file.getKey(), file.getValue().substring(start));
            }
        }
        if (Boolean.getBoolean("golden.update")) {
            replace(expected, rendered);
            for (var script : steps.entrySet()) {
                Files.createDirectories(STEPS);
                Files.writeString(stepsOf(script.getKey()), script.getValue());
            }
        }
        SortedMap<String, String> golden = read(expected);
        assertThat(rendered.keySet()).as(HOW, expected).containsExactlyElementsOf(golden.keySet());
        rendered.forEach((path, text) -> assertThat(text).as(HOW, path).isEqualTo(golden.get(path)));
        assertThat(steps.keySet().stream()
                        .map(path -> stepsOf(path).getFileName().toString()))
                .contains("collect.sh", "fetch.sh", "install.sh", "prepare.sh");
        for (var script : steps.entrySet()) {
            assertThat(script.getValue())
                    .as(HOW, script.getKey())
                    .isEqualTo(Files.readString(stepsOf(script.getKey())));
        }
    }

    private static Path stepsOf(String script) {
        return STEPS.resolve(script.substring(script.lastIndexOf('/') + 1));
    }

    @Test
    void coversTheSamples() throws IOException {
        assertThat(specifications().map(GoldenBundleTest::sample)).contains("closed", "geo", "lab", "lxc", "zup");
    }

    private static String sample(Path specification) {
        return specification.getName(specification.getNameCount() - 2).toString();
    }

    private static Bundle bundle(Path specification) throws IOException {
        Specification read = SpecificationReader.read(Files.readString(specification), "cluster.yaml");
        Cluster cluster = ThreeNodes.cluster(read);
        RevocationLists lists =
                REVOKED.contains(sample(specification)) ? RevocationLists.of("etcd", "cluster") : RevocationLists.NONE;
        return Bundle.of(ClusterPlan.of(cluster), lists, "0".repeat(64), TOOL_VERSION);
    }

    private static SortedMap<String, String> read(Path root) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                texts.put(root.relativize(path).toString().replace('\\', '/'), Files.readString(path));
            }
        }
        return texts;
    }

    private static void replace(Path root, SortedMap<String, String> texts) throws IOException {
        if (Files.exists(root)) {
            for (String path : read(root).keySet()) {
                Files.delete(root.resolve(path));
            }
        }
        for (var text : texts.entrySet()) {
            Path file = root.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, text.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }
}
