package io.github.pg1c.model.rules;

import static io.github.pg1c.model.rules.ProblemCase.of;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One mistake for each code, and further ones where a code has several faces. */
final class ProblemCases {

    private static final String NODES = """
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, haproxy]}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, haproxy]}
              - {name: etcd1, address: 10.0.0.21, roles: [etcd]}
              - {name: etcd2, address: 10.0.0.22, roles: [etcd]}
              - {name: etcd3, address: 10.0.0.23, roles: [etcd]}
            """;
    private static final String PG = "postgresql: {distribution: postgrespro-1c, version: 17}";
    private static final String E1 = "  - {name: etcd1, address: 10.0.0.21, roles: [etcd]}\n";
    private static final String E2 = "  - {name: etcd2, address: 10.0.0.22, roles: [etcd]}\n";
    private static final String E3 = "  - {name: etcd3, address: 10.0.0.23, roles: [etcd]}\n";
    private static final String ADDRESS = "access: {addresses: [10.0.0.40]}\n";
    private static final String P2 = "  - {name: pg2, address: 10.0.0.12, roles: [postgresql, haproxy]}\n";

    private static final String BALANCERS = "  - {name: lb1, address: 10.0.0.31, roles: [haproxy], zone: a}\n"
            + "  - {name: lb2, address: 10.0.0.32, roles: [haproxy], zone: a}\n";

    private ProblemCases() {}

    static Stream<ProblemCase> all() {
        return Stream.of(
                        file(),
                        keys(),
                        values(),
                        nodes(),
                        objectives(),
                        postgresql(),
                        parameters(),
                        resources(),
                        access(),
                        ObjectCases.all(),
                        furtherElements(),
                        PatroniCases.all(),
                        ProgramCases.all(),
                        ExternalEtcdCases.all())
                .flatMap(List::stream);
    }

    /** Lines of that many PostgreSQL nodes. */
    private static String members(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> "  - {name: m" + i + ", address: 10.1.0." + i + ", roles: [postgresql]}\n")
                .collect(Collectors.joining());
    }

    private static List<ProblemCase> file() {
        return List.of(
                of("004", "", "z\0up", "name: zup\nlang", "name: z\0up\nlang"),
                of("005", "", "name", "name: zup\nlang", "\uFEFFname: zup\nlang"),
                of("006", "", "", "# nothing\n"),
                of(
                        "007",
                        "",
                        "---\nname: other",
                        "  - {name: zup, owner: zup}\n",
                        "  - {name: zup, owner: zup}\n---\nname: other\n"),
                of("008", "", "postgresql:", "platform: {os: debian-13}", "platform: {os: debian-13"),
                of("009", "", "\tos: debian-13", "platform: {os: debian-13}", "platform:\n\tos: debian-13"),
                of("010", "", "x-a", "language: en", "language: en\nx-a: " + "[".repeat(40) + "]".repeat(40)),
                of(
                        "011",
                        "resources",
                        "*nowhere",
                        "resources: {memory: 16GB, cpus: 8, disk: ssd}",
                        "resources: *nowhere"),
                of(
                        "012",
                        "resources",
                        "<<: [5]",
                        "{memory: 16GB, cpus: 8, disk: ssd}",
                        "{memory: 16GB, cpus: 8, <<: [5]}"),
                of("013", "resources.cpus", "!!int", "cpus: 8", "cpus: !!int 8"),
                of("014", "", "? [a]", "language: en", "? [a]\n: b\nlanguage: en"));
    }

    private static List<ProblemCase> keys() {
        return List.of(
                of(
                        "020",
                        "postgresql.prot",
                        "prot:",
                        PG,
                        "postgresql: {distribution: postgrespro-1c, version: 17, prot: 5433}"),
                of("020", "nodes[0].adress", "adress", "name: pg1, address: 10.0.0.11", "name: pg1, adress: 10.0.0.11"),
                of("021", "name", "name: again", "language: en", "language: en\nname: again"),
                of("022", "workload.connections", "workload", "connections: 100", "preset: balanced"),
                of(
                        "022",
                        "networks",
                        "name: zup",
                        "networks: {clients: [10.0.10.0/24], administrators: [10.0.20.0/28]}\n",
                        ""),
                of("023", "nodes", "nodes: none", "nodes:\n" + NODES, "nodes: none\n"),
                of("023", "workload", "workload:", "workload: {connections: 100}", "workload: [100]"),
                of("023", "language", "language:", "language: en", "language:"),
                of("023", "networks.clients[0]", "clients: [[", "clients: [10.0.10.0/24]", "clients: [[10.0.10.0/24]]"),
                of("024", "platform.os", "os:", "os: debian-13", "os: debian13"),
                of("025", "workload.connections", "connections:", "connections: 100", "connections: \"100\""),
                of("025", "platform.container", "container", "os: debian-13", "os: debian-13, container: yes"));
    }

    private static List<ProblemCase> values() {
        return List.of(
                of("026", "name", "name: Zup", "name: zup\n", "name: Zup Payroll\n"),
                of("026", "nodes[0].name", "name: PG1", "name: pg1", "name: PG1"),
                of("027", "nodes[0].address", "10.0.0.311", "10.0.0.11", "10.0.0.311"),
                of("027", "networks.clients[0]", "10.0.10.7/24", "10.0.10.0/24", "10.0.10.7/24"),
                of("028", "resources.memory", "memory:", "16GB", "16"),
                of("029", "objectives.rto", "rto:", "60s", "1m"),
                of("030", "postgresql.version", "version", "version: 17", "version: 17.2"),
                of("030", "etcd.version", "etcd: {", "language: en", "language: en\netcd: {version: v3}"),
                of("031", "namespace", "namespace", "language: en", "language: en\nnamespace: \"a\\nb\""));
    }

    private static List<ProblemCase> nodes() {
        String long1 = "n".repeat(40);
        return List.of(
                of("101", "nodes", "nodes:", "roles: [etcd]", "roles: [haproxy]"),
                of("102", "nodes", "nodes:", E1 + E2, ""),
                of("103", "nodes", "nodes:", E1, ""),
                of("104", "nodes", "nodes:", E3, E3 + "  - {name: etcd4, address: 10.0.0.24, roles: [etcd]}\n"),
                of(
                        "105",
                        "nodes",
                        "nodes:",
                        E3,
                        E3 + four() + "  - {name: etcd8, address: 10.0.0.28, roles: [etcd]}\n"),
                of("106", "nodes", "nodes:", "roles: [postgresql, haproxy]", "roles: [haproxy]"),
                of("107", "nodes", "nodes:", "haproxy]}", "haproxy], failover: false}"),
                of("108", "nodes[1].name", "10.0.0.12", "name: pg2", "name: pg1"),
                of("109", "nodes[1].address", "pg2", "10.0.0.12", "10.0.0.11"),
                of("110", "nodes[0].address", "pg1", "10.0.0.11", "127.0.0.1"),
                of("110", "nodes[0].address", "pg1", "10.0.0.11", "0.0.0.0"),
                of("110", "nodes[0].address", "pg1", "10.0.0.11", "fe80::1"),
                of(
                        "111",
                        "nodes[4].roles",
                        "etcd3",
                        "address: 10.0.0.23, roles: [etcd]",
                        "address: 10.0.0.23, roles: []"),
                of("112", "nodes", "nodes:", P2, "", "rpo: 0", "rpo: 16MB"),
                of(
                        "113",
                        "nodes[0].name",
                        "{name: " + long1,
                        "name: pg1",
                        "name: " + long1,
                        "name: zup\nlang",
                        "name: " + long1 + "\nlang"),
                of("114", "nodes", "nodes:", P2, members(101)),
                of("121", "nodes", "nodes:", "haproxy]}", "haproxy], zone: a}"),
                of("122", "nodes", "nodes:", "[etcd]}", "[etcd], zone: a}"),
                of(
                        "124",
                        "nodes",
                        "nodes:",
                        "11, roles: [postgresql, haproxy]}",
                        "11, roles: [postgresql, haproxy], zone: a, host: h}",
                        "12, roles: [postgresql, haproxy]}",
                        "12, roles: [postgresql, haproxy], zone: b, host: h}"),
                of("125", "nodes", "nodes:", "haproxy]}", "haproxy], host: h}"),
                of("125", "nodes", "nodes:", ", haproxy]}", "]}", E1, E1 + BALANCERS.replace("zone", "host")),
                of(
                        "126",
                        "nodes",
                        "nodes:",
                        "10.0.0.11, roles: [postgresql, haproxy]}",
                        "10.0.0.11, roles: [postgresql], zone: a}",
                        "10.0.0.12, roles: [postgresql, haproxy]}",
                        "10.0.0.12, roles: [postgresql], zone: b}",
                        E1,
                        E1 + BALANCERS),
                of(
                        "125",
                        "nodes",
                        "nodes:",
                        "21, roles: [etcd]}",
                        "21, roles: [etcd], host: h}",
                        "22, roles: [etcd]}",
                        "22, roles: [etcd], host: h}"),
                of(
                        "123",
                        "nodes",
                        "nodes:",
                        "22, roles: [etcd]}",
                        "22, roles: [etcd], zone: a}",
                        "23, roles: [etcd]}",
                        "23, roles: [etcd], zone: a}"));
    }

    private static String four() {
        StringBuilder text = new StringBuilder();
        for (int i = 4; i <= 7; i++) {
            text.append("  - {name: etcd" + i + ", address: 10.0.0.2" + i + ", roles: [etcd]}\n");
        }
        return text.toString();
    }

    private static List<ProblemCase> objectives() {
        return List.of(
                of("201", "objectives.rpo", "rpo:", P2, ""),
                of("202", "objectives.withoutStandby", "withoutStandby", "rto: 60s", "rto: 60s, withoutStandby: stop"),
                of("203", "objectives.rto", "rto:", "rto: 60s", "rto: 5s"),
                of(
                        "204",
                        "objectives.withoutStandby",
                        "withoutStandby",
                        "rpo: 0, rto: 60s",
                        "rpo: 1MB, withoutStandby: stop"),
                of("211", "etcd.heartbeat", "heartbeat", "language: en", "language: en\netcd: {heartbeat: 6s}"),
                of("211", "etcd.heartbeat", "heartbeat", "language: en", "language: en\netcd: {heartbeat: 0ms}"),
                of("212", "etcd.heartbeat", "heartbeat", "language: en", "language: en\netcd: {heartbeat: 50ms}"),
                of("213", "etcd.heartbeat", "heartbeat", "language: en", "language: en\netcd: {heartbeat: 4s}"),
                of("214", "etcd.quota", "quota", "language: en", "language: en\netcd: {quota: 16GB}"),
                of("215", "etcd.compaction", "compaction", "language: en", "language: en\netcd: {compaction: 1s}"));
    }

    private static List<ProblemCase> postgresql() {
        return List.of(
                of("301", "postgresql.version", "version:", "version: 17", "version: 13"),
                of("302", "postgresql.version", "version:", "version: 17", "version: 19"),
                of("303", "postgresql.distribution", "pgdg", "postgrespro-1c", "pgdg"),
                of("304", "postgresql.version", "version:", "postgrespro-1c, version: 17", "tantor-se-1c, version: 18"),
                of(
                        "310",
                        "workload.platform1c",
                        "platform1c",
                        "workload: {connections",
                        "workload: {platform1c: 8.3.20, connections"),
                of("305", "postgresql", "postgresql:", "postgrespro-1c, version: 17", "pangolin, version: 15"),
                pg("306", "locale", "ru_RU.KOI8-R"),
                of("306", "databases[0].locale", "locale", "owner: zup}", "owner: zup, locale: C}"),
                pg("307", "superuser", "replicator"),
                pg("307", "superuser", "Admin"),
                pg("308", "user", "root"),
                of("308", "etcd.user", "etcd: {", "language: en", "language: en\netcd: {user: \"a b\"}"),
                of("309", "namespace", "namespace", "language: en", "language: en\nnamespace: /patroni/"),
                pg("311", "dataDirectory", "data"),
                pg("311", "walDirectory", "/var/../wal"),
                of(
                        "311",
                        "patroni.binary",
                        "patroni:",
                        "language: en",
                        "language: en\npatroni: {binary: \"/opt/my patroni\"}"),
                pg("312", "walDirectory", "/var/lib/pgpro/1c-17/data/pg_wal"),
                pg("312", "configDirectory", "/var/lib/pgpro/1c-17/data/conf"),
                pg("312", "logDirectory", "/run/postgresql"));
    }

    private static ProblemCase pg(String code, String key, String value) {
        return of(code, "postgresql." + key, key, "version: 17", "version: 17, " + key + ": " + value);
    }

    private static List<ProblemCase> parameters() {
        return List.of(
                parameter("321", "work_memm", "64MB"),
                parameter("322", "max_locks_per_transaction", "many"),
                parameter("323", "random_page_cost", "-1"),
                parameter("324", "old_snapshot_threshold", "60"),
                of(
                        "325",
                        "postgresql.parameters.enable_temp_memory_catalog",
                        "enable_temp_memory_catalog",
                        "postgrespro-1c, version: 17",
                        "pgdg, version: 17, parameters: {enable_temp_memory_catalog: on}"),
                parameter("326", "listen_addresses", "'*'"),
                parameter("327", "fsync", "off"),
                parameter("328", "shared_preload_libraries", "pg_store_plans"),
                parameter("329", "synchronous_commit", "off"),
                parameter("329", "synchronous_commit", "local"));
    }

    private static ProblemCase parameter(String code, String name, String value) {
        return of(
                code,
                "postgresql.parameters." + name,
                name,
                PG,
                PG.replace("}", ", parameters: {" + name + ": " + value + "}}"));
    }

    private static List<ProblemCase> resources() {
        return List.of(
                of("401", "nodes[0]", "pg1", "memory: 16GB, cpus: 8, ", "cpus: 8, "),
                of("402", "nodes[0]", "pg1", "memory: 16GB", "memory: 256MB"),
                of("402", "nodes[0]", "pg1", "cpus: 8", "cpus: 0"),
                of("403", "workload.connections", "connections", "connections: 100", "connections: 0"),
                of("404", "nodes[0]", "pg1", "connections: 100", "connections: 3000", "16GB", "4GB"),
                of("405", "nodes[0]", "pg1", "cpus: 8", "cpus: 2", "16GB", "4GB"),
                of(
                        "406",
                        "postgresql.parameters.max_connections",
                        "max_connections:",
                        PG,
                        PG.replace("}", ", parameters: {max_connections: 50}}")),
                of("407", "nodes[0]", "pg1", "cpus: 8", "cpus: 1", "16GB", "64GB"),
                of("408", "nodes[0]", "pg1", "connections: 100", "connections: 20, preset: its-5866", "16GB", "512GB"),
                of(
                        "409",
                        "postgresql.parameters.seq_page_cost",
                        "seq_page_cost:",
                        PG,
                        PG.replace("}", ", parameters: {seq_page_cost: 2}}")),
                of("413", "nodes[0]", "pg1", "disk: ssd", "disk: ssd, walDisk: 40GB"),
                of(
                        "413",
                        "nodes[1]",
                        "pg2",
                        "[postgresql, haproxy]}\n  - {name: etcd1",
                        "[postgresql, haproxy], resources: {walDisk: 40GB}}\n  - {name: etcd1"),
                of(
                        "413",
                        "nodes[0]",
                        "pg1",
                        PG,
                        PG.replace("}", ", walDirectory: /var/lib/pgwal}"),
                        "disk: ssd",
                        "disk: ssd, dataDisk: 40GB"),
                of(
                        "413",
                        "nodes[0]",
                        "pg1",
                        PG,
                        PG.replace("}", ", walDirectory: /var/lib/pgwal, parameters: {max_slot_wal_keep_size: 30GB}}"),
                        "disk: ssd",
                        "disk: ssd, walDisk: 20GB"),
                of("414", "nodes[0]", "pg1", "disk: ssd", "disk: ssd, walDisk: 60GB"));
    }

    private static List<ProblemCase> access() {
        return List.of(
                pg("501", "port", "70000"),
                of(
                        "501",
                        "haproxy.statisticsPort",
                        "haproxy: {",
                        "language: en",
                        "language: en\nhaproxy: {statisticsPort: 0}"),
                of("502", "access.writePort", "access:", "access: {", "access: {writePort: 5432, "),
                of("502", "etcd.peerPort", "etcd: {", "language: en", "language: en\netcd: {peerPort: 2379}"),
                of("503", "networks.clients[0]", "clients", "10.0.10.0/24", "0.0.0.0/0"),
                of("503", "networks.administrators[0]", "administrators", "10.0.20.0/28", "\"::/0\""),
                of("504", "networks.clients", "clients", "[10.0.10.0/24]", "[]"),
                of("505", "networks", "networks:", ", administrators: [10.0.20.0/28]", ""),
                of(
                        "506",
                        "networks",
                        "networks:",
                        "  - {name: zup}",
                        "  - {name: zup}\n  - {name: zabbix, monitoring: true}"),
                of("601", "nodes", "nodes:", ", haproxy]", "]", ADDRESS, ""),
                of(
                        "602",
                        "nodes",
                        "nodes:",
                        "address: 10.0.0.12, roles: [postgresql, haproxy]",
                        "address: 10.0.0.12, roles: [postgresql]",
                        ADDRESS,
                        ""),
                of("603", "access.pooling", "pooling", "access: {", "access: {pooling: transaction, "),
                of("610", "access.addresses[0]", "addresses", "10.0.0.40", "10.0.0.12"),
                of("610", "access.addresses[1]", "addresses", "10.0.0.40", "10.0.0.41, 10.0.0.41"),
                of(
                        "611",
                        "access.addresses",
                        "addresses",
                        "address: 10.0.0.12, roles: [postgresql, haproxy]",
                        "address: 10.0.0.12, roles: [postgresql]",
                        "access: {",
                        "access: {host: zup-db.corp.example, "),
                of("612", "access.addresses[0]", "addresses", "10.0.0.40", "\"fd00::40\""),
                of("612", "access.addresses[1]", "addresses", "10.0.0.40", "10.0.0.41, 224.0.0.18"),
                of(
                        "613",
                        "keepalived.virtualRouterId",
                        "keepalived:",
                        "language: en",
                        "language: en\nkeepalived: {virtualRouterId: 256}"),
                of(
                        "614",
                        "keepalived.advertInterval",
                        "keepalived:",
                        "language: en",
                        "language: en\nkeepalived: {advertInterval: 55ms}"),
                of("615", "nodes", "nodes:", ADDRESS, ""),
                of("615", "nodes", "nodes:", ADDRESS, "access: {host: 10.0.0.12}\n"),
                of("701", "patroni.version", "patroni:", "language: en", "language: en\npatroni: {version: 2.1}"),
                of("702", "etcd.version", "etcd: {", "language: en", "language: en\netcd: {version: 3.3}"),
                of("703", "haproxy.version", "haproxy: {", "language: en", "language: en\nhaproxy: {version: 1.8}"),
                of(
                        "704",
                        "pgbouncer.version",
                        "pgbouncer: {",
                        "language: en",
                        "language: en\npgbouncer: {version: 1.12}"),
                of(
                        "705",
                        "patroni.watchdog",
                        "patroni:",
                        "os: debian-13",
                        "os: debian-13, container: true",
                        "language: en",
                        "language: en\npatroni: {watchdog: required}"),
                of("706", "patroni.version", "patroni:", "language: en", "language: en\npatroni: {version: 3.0.2}"),
                of(
                        "751",
                        "tls.validity",
                        "tls:",
                        "language: en",
                        "language: en\ntls: {validity: 400d, caValidity: 300d}"),
                of("752", "tls.validity", "tls:", "language: en", "language: en\ntls: {validity: 900d}"),
                of("753", "tls.validity", "tls:", "language: en", "language: en\ntls: {validity: 1h}"),
                of("754", "tls.caValidity", "tls:", "language: en", "language: en\ntls: {caValidity: 36500d}"),
                own(
                        "755",
                        "[1].name",
                        "{name: a, purpose: client, commonName: a}, {name: a, purpose: client, commonName: b}"),
                own("756", "[0]", "{name: web, purpose: server}"),
                own("757", "[0]", "{name: backup, purpose: postgresql-client}"),
                own("757", "[0]", "{name: backup, purpose: postgresql-client, commonName: /any}"),
                own("757", "[0]", "{name: web, purpose: server, names: [web], commonName: " + "x".repeat(65) + "}"),
                own("758", "[0]", "{name: backup, purpose: postgresql-client, commonName: backup}"),
                own("759", "[0]", "{name: dba, purpose: postgresql-client, commonName: dba, role: postgres}"),
                of(
                        "759",
                        "tls.certificates[0]",
                        "tls:",
                        "language: en",
                        "language: en\ntls: {certificates: [{name: a, purpose:"
                                + " postgresql-client, commonName: zup, networks: [10.0.0.0/24]}]}",
                        "access: {",
                        "access: {pooling: \"off\", "),
                of(
                        "760",
                        "tls.certificates[0]",
                        "tls:",
                        "language: en",
                        "language: en\ntls: {certificates: [{name: a, purpose: postgresql-client, commonName: zup}]}",
                        ", administrators: [10.0.20.0/28]",
                        ""),
                own("761", "[0]", "{name: web, purpose: client, commonName: web, role: zup}"));
    }

    /** Elements of lists that cannot be read, behind others that can. */
    private static List<ProblemCase> furtherElements() {
        String database = "  - {name: zup, owner: zup}\n";
        return List.of(
                node("026", ".name", "{name: N9, address: 10.0.0.99, roles: [haproxy]}"),
                node("027", ".address", "{name: n9, address: 10.0.0.399, roles: [haproxy]}"),
                node("027", ".address", "{name: n9, address: \"fe80::1%eth0\", roles: [haproxy]}"),
                node("022", ".address", "{name: n9, roles: [haproxy]}"),
                node("024", ".roles[1]", "{name: n9, address: 10.0.0.99, roles: [haproxy, mail]}"),
                node(
                        "028",
                        ".resources.memory",
                        "{name: n9, address: 10.0.0.99, roles: [haproxy], resources: {memory: 9}}"),
                node("025", ".shared", "{name: n9, address: 10.0.0.99, roles: [haproxy], shared: yes}"),
                node("023", "", "n9"),
                of(
                        "022",
                        "roles[1].name",
                        "login: x",
                        "databases:\n",
                        "  - {superuser: true}  # login: x\ndatabases:\n"),
                of(
                        "025",
                        "roles[1].superuser",
                        "all",
                        "databases:\n",
                        "  - {name: all9, superuser: yes}\ndatabases:\n"),
                of("022", "databases[1].owner", "mine", database, database + "  - {name: mine}\n"),
                of("022", "databases[1].name", "no name", database, database + "  - {owner: zup}  # no name\n"),
                of("027", "networks.clients[0]", "10.0.10.7", "clients: [", "clients: [10.0.10.7/24, "),
                own("022", "[1].purpose", "{name: b9, purpose: client, commonName: a}, {name: c9}"),
                own(
                        "026",
                        "[1].name",
                        "{name: b9, purpose: client, commonName: a}, {name: C9, purpose: client, commonName: a}"));
    }

    private static ProblemCase node(String code, String key, String node) {
        return of(code, "nodes[5]" + key, "- " + node, "networks: {", "  - " + node + "\nnetworks: {");
    }

    private static ProblemCase own(String code, String path, String certificates) {
        return of(
                code,
                "tls.certificates" + path,
                "tls:",
                "language: en",
                "language: en\ntls: {certificates: [" + certificates + "]}");
    }
}
