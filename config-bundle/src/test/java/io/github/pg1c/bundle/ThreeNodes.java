package io.github.pg1c.bundle;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.testing.ClusterText;

/** Clusters of three nodes for tests, as a user would describe them. */
public final class ThreeNodes {

    private ThreeNodes() {}

    /** Three nodes with PostgreSQL and etcd, two of them with HAProxy as well. */
    public static Specification three() {
        return three("en", "session");
    }

    public static Specification three(String language, String pooling) {
        return read(ClusterText.head(language, pooling) + ClusterText.THREE_NODES);
    }

    /** The three nodes with more connections. */
    public static Specification more() {
        return read(ClusterText.head().replace("connections: 100", "connections: 140") + ClusterText.THREE_NODES);
    }

    /** The three nodes with further sections. */
    public static Specification with(String sections) {
        return read(ClusterText.head() + ClusterText.THREE_NODES + sections);
    }

    /** The three nodes with a directory of WAL. */
    public static Specification withWal(String directory) {
        return read(ClusterText.head().replace("version: \"17\"", "version: \"17\", walDirectory: " + directory)
                + ClusterText.THREE_NODES);
    }

    /** The same in containers. */
    public static Specification inContainers(String sections) {
        return read(ClusterText.head().replace("os: debian-13", "os: debian-13, container: true")
                + ClusterText.THREE_NODES
                + sections);
    }

    private static Specification read(String yaml) {
        return SpecificationReader.read(yaml, "cluster.yaml");
    }

    public static Cluster cluster(Specification specification) {
        return specification.cluster().orElseThrow(() -> new AssertionError(specification.problems()));
    }
}
