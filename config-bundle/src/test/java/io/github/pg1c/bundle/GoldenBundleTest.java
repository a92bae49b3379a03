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
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compares the whole bundle of every sample, and of the specifications beside the expected trees, with the tree in
 * {@code src/test/golden}; {@code mvn test -Dgolden.update=true} rewrites the trees.
 */
class GoldenBundleTest {

    private static final Path GOLDEN = Path.of("src/test/golden");
    private static final Path SAMPLES = Path.of("../samples");
    private static final String TOOL_VERSION = "0.1";
    private static final String HOW = "%s: `mvn test -Dgolden.update=true` writes it anew; review the difference";

    static Stream<Path> specifications() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path parent : List.of(SAMPLES, GOLDEN)) {
            try (Stream<Path> children = Files.list(parent)) {
                children.map(child -> child.resolve("cluster.yaml"))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found.stream();
    }

    @ParameterizedTest
    @MethodSource("specifications")
    void rendersEveryFileAsExpected(Path specification) throws IOException {
        Path expected = GOLDEN.resolve(specification.getName(specification.getNameCount() - 2))
                .resolve("expected");
        SortedMap<String, String> rendered = Bundles.texts(bundle(specification));
        if (Boolean.getBoolean("golden.update")) {
            replace(expected, rendered);
        }
        SortedMap<String, String> golden = read(expected);
        assertThat(rendered.keySet()).as(HOW, expected).containsExactlyElementsOf(golden.keySet());
        rendered.forEach((path, text) -> assertThat(text).as(HOW, path).isEqualTo(golden.get(path)));
    }

    @Test
    void coversTheSamples() throws IOException {
        assertThat(specifications()).contains(SAMPLES.resolve("zup/cluster.yaml"), SAMPLES.resolve("lxc/cluster.yaml"));
    }

    /** Specifications beside the trees stand for clusters in which both authorities have revoked something. */
    private static Bundle bundle(Path specification) throws IOException {
        Specification read = SpecificationReader.read(Files.readString(specification), "cluster.yaml");
        Cluster cluster = ThreeNodes.cluster(read);
        RevocationLists lists =
                specification.startsWith(GOLDEN) ? RevocationLists.of("etcd", "cluster") : RevocationLists.NONE;
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
