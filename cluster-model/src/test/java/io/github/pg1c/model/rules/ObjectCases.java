package io.github.pg1c.model.rules;

import static io.github.pg1c.model.rules.ProblemCase.of;

import io.github.pg1c.testing.AnAuthority;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Mistakes in roles, databases and what belongs to them. */
final class ObjectCases {

    private static final String PG = "postgresql: {distribution: postgrespro-1c, version: 17}";
    private static final String CONNECTIONS = "{connections: 100}";
    private static final String COPIES = "{connections: 100, databaseCopies: true}";

    private static final String CERTIFICATE = AnAuthority.quoted();

    private ObjectCases() {}

    static List<ProblemCase> all() {
        String role = "  - {name: zup}\n";
        String database = "  - {name: zup, owner: zup}\n";
        return List.of(
                of("801", "roles[1].name", "superuser", role, role + "  - {name: zup, superuser: true}\n"),
                of("802", "roles[1].name", "replicator", role, role + "  - {name: replicator}\n"),
                of("802", "roles[1].name", "pg_own", role, role + "  - {name: pg_own}\n"),
                of("802", "roles[1].name", "postgres}", role, role + "  - {name: postgres}\n"),
                of("803", "roles[1].name", "1c}", role, role + "  - {name: 1c}\n"),
                of("804", "roles[0].name", "zup}", "version: 17", "version: 14"),
                of("805", "roles[1].name", "web}", role, role + "  - {name: web}\n"),
                role("806", "connectionLimit", "backup", "replication: true, connectionLimit: 1"),
                role("806", "connectionLimit", "backup", "createDatabases: true, connectionLimit: 0"),
                role("806", "connectionLimit", "backup", "createDatabases: true, connectionLimit: 262144"),
                of(
                        "807",
                        "roles[1].createRoles",
                        "creator",
                        role,
                        role + "  - {name: creator, createDatabases: true, createRoles: true}\n",
                        "version: 17",
                        "version: 15"),
                of(
                        "808",
                        "roles[1].replication",
                        "backup",
                        role,
                        role + "  - {name: backup, replication: true}\n",
                        ", administrators: [10.0.20.0/28]",
                        ""),
                of(
                        "809",
                        "nodes[0]",
                        "name: pg1",
                        role,
                        role + "  - {name: backup, replication: true, connectionLimit: 10}\n"),
                role("861", "memberOf[0]", "reader", "createDatabases: true, memberOf: [pg_read_all]"),
                role("861", "memberOf[0]", "reader", "createDatabases: true, memberOf: [nobody]"),
                role(
                        "861",
                        "memberOf[1]",
                        "reader",
                        "createDatabases: true, memberOf: [zup, pg_signal_autovacuum_worker]"),
                role("862", "memberOf[0]", "reader", "createDatabases: true, memberOf: [pg_execute_server_program]"),
                role("862", "memberOf[0]", "reader", "createDatabases: true, memberOf: [postgres]"),
                of(
                        "862",
                        "roles[0].memberOf[0]",
                        "memberOf",
                        role,
                        "  - {name: zup, memberOf: [root]}\n  - {name: root, superuser: true}\n"),
                of(
                        "863",
                        "roles[0].memberOf[0]",
                        "name: zup, memberOf",
                        role,
                        "  - {name: zup, memberOf: [one]}\n  - {name: one, createDatabases: true, memberOf: [zup]}\n"),
                role("863", "memberOf[0]", "self", "createDatabases: true, memberOf: [self]"),
                of(
                        "811",
                        "databases[1].name",
                        "application",
                        database,
                        database + "  - {name: zup, owner: zup, application: other}\n"),
                of("812", "databases[0].name", "template1", "name: zup, owner", "name: template1, owner"),
                of("813", "databases[0].owner", "owner", "owner: zup", "owner: zupp"),
                of("814", "databases[0].name", "2025-zup", "name: zup, owner", "name: 2025-zup, owner"),
                copies("821", "databases[0].copySlots[1].name", "copySlots", "{plugin: pgoutput, name: first}"),
                copies("822", "databases[0].copySlots[1].name", "copySlots", "{plugin: pgoutput, name: pg2}"),
                of(
                        "823",
                        "databases[0].copySlots",
                        "copySlots",
                        database,
                        "  - {name: zup, owner: zup, copySlots: [{name: copy, plugin: pgoutput}]}\n"),
                extensions("871", "[1].name", "{name: hstore}, {schema: other, name: hstore}"),
                extensions("872", "[0].name", "{name: mchar}"),
                extensions("873", "[0].name", "{name: pg_logicalinspect}"),
                extensions("873", "[0].name", "{name: adminpack}"),
                extensions("874", "[0].name", "{name: timescaledb}"),
                of(
                        "875",
                        "postgresql.parameters.shared_preload_libraries",
                        "parameters",
                        PG,
                        "postgresql: {distribution: postgrespro-1c, version: 17, parameters: {shared_preload_libraries: fasttrun}}",
                        database,
                        "  - {name: zup, owner: zup, extensions: [{name: pg_wait_sampling}]}\n"),
                tablespaces("845", "[1].name", "{name: cold, directory: /b/cold}, {directory: /c/cold, name: cold}"),
                tablespaces("846", "[0].name", "{name: pg_cold, directory: /b/cold}"),
                tablespaces("847", "[0].name", "{name: V81C_DATA, directory: /b/cold}"),
                tablespaces("311", "[0].directory", "{name: cold, directory: b/cold}"),
                tablespaces("312", "[0].directory", "{name: cold, directory: /var/lib/pgpro/1c-17/data/cold}"),
                tablespaces(
                        "312", "[1].directory", "{name: warm, directory: /b/cold}, {name: cold, directory: /b/cold/c}"),
                access(
                        "503",
                        "[0].networks[1]",
                        "{databases: [zup], roles: [zup], networks: [10.0.50.0/28, 0.0.0.0/0]}"),
                access("604", "[0].roles[1]", "{databases: [zup], roles: [zup, nobody], networks: [10.0.50.0/28]}"),
                access("604", "[0].roles[0]", "{databases: [zup], roles: [postgres], networks: [10.0.50.0/28]}"),
                access("605", "[0].databases[1]", "{databases: [zup, erp], roles: [zup], networks: [10.0.50.0/28]}"),
                access("606", "[0].roles[0]", "{databases: [replication], roles: [zup], networks: [10.0.50.0/28]}"),
                access(
                        "607",
                        "[0].roles[0]",
                        "{databases: [zup], roles: [zup], networks: [10.0.50.0/28], method: cert}"),
                access("608", "[0].networks[0]", "{databases: [zup], roles: [zup], networks: [10.0.20.8/29]}"),
                access(
                        "608",
                        "[1].networks[0]",
                        "{databases: [all], roles: [zup], networks: [10.0.50.0/28]},"
                                + " {networks: [10.0.50.5/32], databases: [zup], roles: [zup]}"),
                access("609", "[0]", "{databases: [zup], roles: [], networks: [10.0.50.0/28]}"),
                access("024", "[0].method", "{databases: [zup], roles: [zup], networks: [10.0.50.0/28], method: md5}"),
                logs("891", "{retention: 12h}"),
                logs("891", "{retention: 36h}"),
                logs("891", "{retention: 3651d}"),
                of(
                        "892",
                        "postgresql.parameters.Log_Filename",
                        "parameters",
                        PG,
                        PG.replace("}", ", logs: {retention: 7d}, parameters: {Log_Filename: server.log}}")),
                of(
                        "892",
                        "postgresql.parameters.log_destination",
                        "parameters",
                        PG,
                        PG.replace("}", ", logs: {syslog: true}, parameters: {log_destination: csvlog}}")),
                audit("881", ".log", "audit: {log: [role]}"),
                audit("882", ".log", "audit: {log: [role, ddl]}"),
                of(
                        "883",
                        "postgresql.parameters.pgaudit.log",
                        "parameters",
                        PG,
                        "postgresql: {distribution: postgrespro-1c, version: 17, audit: {log: [role]}, parameters: {pgaudit.log: ddl}}"),
                takeover("901", "takeover.node", "takeover", "node: etcd1"),
                takeover("901", "takeover.node", "takeover", "node: other"),
                of(
                        "902",
                        "nodes[0].failover",
                        "name: pg1",
                        "language: en",
                        "language: en\ntakeover: {node: pg1}",
                        "address: 10.0.0.11, roles: [postgresql, haproxy]}",
                        "address: 10.0.0.11, roles: [postgresql, haproxy], failover: false}"),
                of(
                        "903",
                        "postgresql.walDirectory",
                        "walDirectory",
                        "language: en",
                        "language: en\ntakeover: {node: pg1}",
                        PG,
                        PG.replace("}", ", walDirectory: /var/lib/pgwal/17}")),
                standbyOf("931", "hosts", "slot: site_b, caCertificate: " + CERTIFICATE),
                standbyOf("931", "slot", "hosts: [10.9.0.11], caCertificate: " + CERTIFICATE),
                standbyOf("931", "caCertificate", "hosts: [10.9.0.11], slot: site_b"),
                standbyOf(
                        "932",
                        "hosts[1]",
                        "hosts: [10.9.0.11, 10.0.0.12], slot: site_b, caCertificate: " + CERTIFICATE),
                standbyOf("932", "hosts[0]", "hosts: [pg2], slot: site_b, caCertificate: " + CERTIFICATE),
                of(
                        "933",
                        "takeover.node",
                        "takeover",
                        "language: en",
                        "language: en\ntakeover: {node: pg1}\nstandbyOf: {hosts: [10.9.0.11], slot: site_b, "
                                + "caCertificate: "
                                + CERTIFICATE + "}"),
                standbyOf("934", "port", "hosts: [10.9.0.11], port: 0, slot: site_b, caCertificate: " + CERTIFICATE),
                standbyOf(
                        "762",
                        "caCertificate",
                        "hosts: [10.9.0.11], slot: site_b, caCertificate: "
                                + CERTIFICATE.replace("MIIBiDCC", "MIIBiDCD")),
                standbyOf("031", "caCertificate", "hosts: [10.9.0.11], slot: site_b, caCertificate: site_a"),
                standbyOf(
                        "031",
                        "caCertificate",
                        "hosts: [10.9.0.11], slot: site_b, caCertificate: \"-----BEGIN PRIVATE KEY-----\\nAA==\\n"
                                + "-----END PRIVATE KEY-----\""),
                of(
                        "503",
                        "networks.secondSite[0]",
                        "networks",
                        ", administrators: [10.0.20.0/28]",
                        ", administrators: [10.0.20.0/28], secondSite: [0.0.0.0/0]"),
                copies("824", "nodes[0]", "name: pg1", slots(10)),
                of("825", "workload.databaseCopies", "databaseCopies", CONNECTIONS, COPIES));
    }

    /** A second role with the keys. */
    private static ProblemCase role(String code, String key, String name, String keys) {
        String role = "  - {name: zup}\n";
        return of(code, "roles[1]." + key, "name: " + name, role, role + "  - {name: " + name + ", " + keys + "}\n");
    }

    private static ProblemCase takeover(String code, String path, String marker, String keys) {
        return of(code, path, marker, "language: en", "language: en\ntakeover: {" + keys + "}");
    }

    private static ProblemCase standbyOf(String code, String key, String keys) {
        return of(code, "standbyOf." + key, "standbyOf", "language: en", "language: en\nstandbyOf: {" + keys + "}");
    }

    private static ProblemCase extensions(String code, String path, String extensions) {
        return of(
                code,
                "databases[0].extensions" + path,
                "extensions",
                "  - {name: zup, owner: zup}\n",
                "  - {name: zup, owner: zup, extensions: [" + extensions + "]}\n");
    }

    private static ProblemCase tablespaces(String code, String path, String tablespaces) {
        return of(
                code,
                "postgresql.tablespaces" + path,
                "tablespaces",
                PG,
                PG.replace("}", ", tablespaces: [" + tablespaces + "]}"));
    }

    private static ProblemCase access(String code, String path, String rules) {
        return of(code, "access.rules" + path, "access:", "access: {", "access: {rules: [" + rules + "], ");
    }

    private static ProblemCase logs(String code, String logs) {
        return of(code, "postgresql.logs.retention", "logs", PG, PG.replace("}", ", logs: " + logs + "}"));
    }

    private static ProblemCase audit(String code, String path, String audit) {
        return of(code, "postgresql.audit" + path, "audit", PG, PG.replace("}", ", " + audit + "}"));
    }

    /** A database whose copies have a slot and the others. */
    private static ProblemCase copies(String code, String path, String marker, String others) {
        return of(
                code,
                path,
                marker,
                CONNECTIONS,
                COPIES,
                "  - {name: zup, owner: zup}\n",
                "  - {name: zup, owner: zup, copySlots: [{plugin: pgoutput, name: first}, " + others + "]}\n");
    }

    private static String slots(int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> "{plugin: pgoutput, name: copy" + i + "}")
                .collect(Collectors.joining(", "));
    }
}
