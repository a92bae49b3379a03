package io.github.pg1c.bundle;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;

/** Clusters to test with, as a user would describe them. */
public final class Clusters {

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

    private Clusters() {}

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

    /** The three nodes with more connections. */
    public static Specification more() {
        return read(HEAD.formatted("en", "session").replace("connections: 100", "connections: 140") + """
                  - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy]}
                  - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy]}
                  - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd]}
                """);
    }

    private static Specification read(String yaml) {
        return SpecificationReader.read(yaml, "cluster.yaml");
    }

    public static Cluster cluster(Specification specification) {
        return specification.cluster().orElseThrow(() -> new AssertionError(specification.problems()));
    }
}
