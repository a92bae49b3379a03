package io.github.pg1c.testing;

/** Specifications to test with, as a user would write them. */
public final class ClusterText {

    /** Three nodes with PostgreSQL and etcd, two of them with HAProxy as well. */
    public static final String THREE_NODES = """
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy]}
              - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd]}
            """;

    /** Two nodes with PostgreSQL and HAProxy, for an etcd that others operate. */
    public static final String TWO_NODES = """
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, haproxy]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, haproxy]}
            """;

    private ClusterText() {}

    /**
     * A cluster with an etcd that others operate.
     *
     * @param authority certificate of its authority, PEM
     * @param more further keys of etcd.external, each with a comma before it
     */
    public static String externalEtcd(String language, String authority, String more) {
        return "etcd: {external: {endpoints: [\"https://10.0.1.5:2379\", \"https://10.0.1.6:2379\","
                + " \"https://etcd3.corp.example:2379\"], caCertificate: " + quoted(authority) + more + "}}\n"
                + head(language, "session") + TWO_NODES;
    }

    /** A text of several lines as a value of one line. */
    public static String quoted(String lines) {
        return '"' + lines.strip().replace("\n", "\\n") + '"';
    }

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
                resources: {memory: 16GB, cpus: 4, disk: ssd, walDisk: 150GB}
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
