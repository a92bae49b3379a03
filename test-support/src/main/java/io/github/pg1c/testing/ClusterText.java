package io.github.pg1c.testing;

/** Specifications to test with, as a user would write them. */
public final class ClusterText {

    /** Three nodes with PostgreSQL and etcd, two of them with HAProxy as well. */
    public static final String THREE_NODES = """
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy]}
              - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd]}
            """;

    private ClusterText() {}

    /** All but the nodes, in English with a pooler; their lines follow. */
    public static String head() {
        return head("en", "session");
    }

    /** All but the nodes. */
    public static String head(String language, String pooling) {
        return """
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
                """.formatted(language, pooling);
    }
}
