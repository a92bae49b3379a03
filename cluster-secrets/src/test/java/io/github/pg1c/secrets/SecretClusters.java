package io.github.pg1c.secrets;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.testing.ClusterText;

/** Clusters for tests, as a user would describe them. */
public final class SecretClusters {

    private SecretClusters() {}

    /** Three nodes with PostgreSQL and etcd, two of them with HAProxy as well. */
    public static Specification three() {
        return three("en", "session");
    }

    public static Specification three(String language, String pooling) {
        return read(ClusterText.head(language, pooling) + ClusterText.THREE_NODES);
    }

    /** A fourth node beside them, without etcd. */
    public static Specification four() {
        return read(ClusterText.head() + ClusterText.THREE_NODES + """
                  - {name: pg4, address: 10.0.0.14, roles: [postgresql]}
                """);
    }

    /** A single node with custom certificates. */
    public static Specification withCertificates(String tls) {
        return read(ClusterText.head().replace("roles:\n", tls + "roles:\n") + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}
                objectives: {rpo: 16MB}
                """);
    }

    /** A single node with an infobase whose owner is no superuser. */
    public static Specification infobase(int version) {
        return read(ClusterText.head()
                        .replace("distribution: pgdg, version: \"17\"", "distribution: 1c, version: " + version)
                        .replace(", superuser: true", "")
                        .replace(", application: other", "")
                + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}
                objectives: {rpo: 16MB}
                """);
    }

    /** A single node with two databases, each with an owner of its own; the second is not 1C's. */
    public static Specification mixed(String application) {
        return read(ClusterText.head()
                        .replace("databases:\n", "  - {name: 'Il''ya \"1\"'}\n  - {name: web}\ndatabases:\n")
                        .replace("version: \"17\"", "version: \"15\", locale: C.UTF-8")
                        .replace(
                                "  - {name: zup, owner: zup, application: other}\n",
                                "  - {name: 'pay \"1\" o''x', owner: 'Il''ya \"1\"', application: " + application
                                        + "}\n" + "  - {name: shop, owner: web, application: other}\n")
                + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}
                objectives: {rpo: 16MB}
                """);
    }

    /** A single node with roles whose names need every kind of quoting. */
    public static Specification odd() {
        String roles = """
                  - {name: 'Od"d ''я$pg1c$', monitoring: true}
                  - {name: maker, createDatabases: true}
                  - {name: backup, replication: true, createRoles: true, connectionLimit: 7, memberOf: ['Od"d ''я$pg1c$', pg_read_all_data]}
                """;
        return read(ClusterText.head().replace("databases:\n", roles + "databases:\n") + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}
                objectives: {rpo: 16MB}
                """);
    }

    public static Specification read(String yaml) {
        return SpecificationReader.read(yaml, "cluster.yaml");
    }

    public static Cluster cluster(Specification specification) {
        return specification.cluster().orElseThrow(() -> new AssertionError(specification.problems()));
    }
}
