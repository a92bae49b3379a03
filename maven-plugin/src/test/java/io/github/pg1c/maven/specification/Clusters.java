package io.github.pg1c.maven.specification;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.nio.file.Path;

/** The cluster of the cases in {@code src/it}, named {@code small}, in English. */
public final class Clusters {

    public static final Path SMALL = Path.of("src/it/with-pom/cluster.yaml");

    private Clusters() {}

    public static Cluster small() {
        return SpecificationReader.read(SMALL).cluster().orElseThrow();
    }
}
