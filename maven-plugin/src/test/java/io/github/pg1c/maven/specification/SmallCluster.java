package io.github.pg1c.maven.specification;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The cluster of the cases in {@code src/it}, named {@code small}, in English. */
public final class SmallCluster {

    public static final Path SMALL = Path.of("src/it/with-pom/cluster.yaml");

    private SmallCluster() {}

    /** The same with one text in its specification replaced, as {@code memory: 8GB→memory: 16GB}; empty for none. */
    public static Cluster small(String replacement) throws IOException {
        return SpecificationReader.read(text(replacement), "cluster.yaml")
                .cluster()
                .orElseThrow();
    }

    /** The specification with one text replaced. */
    public static String text(String replacement) throws IOException {
        String yaml = Files.readString(SMALL);
        if (replacement.isEmpty()) {
            return yaml;
        }
        String[] texts = replacement.split("→");
        if (!yaml.contains(texts[0])) {
            throw new IllegalArgumentException(SMALL + " has no '" + texts[0] + "'");
        }
        return yaml.replace(texts[0], texts[1]);
    }

    public static Cluster small() {
        return SpecificationReader.read(SMALL).cluster().orElseThrow();
    }
}
