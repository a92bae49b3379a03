package io.github.pg1c.secrets;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;

/** Clusters to test with, as a user would describe them. */
public final class SecretClusters {

    private static final String HEAD = """
            name: zup
            language: %s
            platform: {os: debian-13}
            postgresql: {distribution: pgdg, version: "17"}
            workload: {connections: 100}
            resources: {memory: 16GB, cpus: 4, disk: ssd, walDisk: 50GB}
            networks: {clients: [10.1.0.0/24], administrators: [10.2.0.0/24]}
            access: {host: zup-db.corp.example, pooling: %s}
            roles:
              - {name: zup, superuser: true}
            databases:
              - {name: zup, owner: zup, application: other}
            nodes:
            """;

    private SecretClusters() {}

    /** Three nodes with PostgreSQL and etcd, two of them with HAProxy as well. */
    public static Specification three() {
        return three("en", "session");
    }

    public static Specification three(String language, String pooling) {
        return read(HEAD.formatted(language, pooling) + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy]}
                  - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy]}
                  - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd]}
                """);
    }

    /** A fourth node beside them, without etcd. */
    public static Specification four() {
        return read(HEAD.formatted("en", "session") + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy]}
                  - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy]}
                  - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd]}
                  - {name: pg4, address: 10.0.0.14, roles: [postgresql]}
                """);
    }

    /** A single node with certificates of one's own. */
    public static Specification withCertificates(String tls) {
        return read(HEAD.formatted("en", "session").replace("roles:\n", tls + "roles:\n") + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd]}
                objectives: {rpo: 16MB}
                """);
    }

    /** A single node with an infobase whose owner is no superuser. */
    public static Specification infobase(int version) {
        return read(HEAD.formatted("en", "session")
                        .replace("distribution: pgdg, version: \"17\"", "distribution: 1c, version: " + version)
                        .replace(", superuser: true", "")
                        .replace(", application: other", "")
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
                """;
        return read(HEAD.formatted("en", "session").replace("databases:\n", roles + "databases:\n") + """
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
