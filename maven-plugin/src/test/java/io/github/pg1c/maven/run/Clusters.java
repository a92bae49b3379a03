package io.github.pg1c.maven.run;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.SpecificationReader;
import java.nio.file.Path;

/** The cluster of the cases in {@code src/it}, named {@code small}, in English. */
final class Clusters {

    static final Path SMALL = Path.of("src/it/with-pom/cluster.yaml");

    private Clusters() {}

    static Cluster small() {
        return SpecificationReader.read(SMALL).cluster().orElseThrow();
    }
}
