package io.github.pg1c.bundle.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
import io.github.pg1c.testing.AnAuthority;
import io.github.pg1c.testing.ClusterText;
import io.github.pg1c.tuning.catalogue.Activation;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.ParameterCatalogue;
import io.github.pg1c.tuning.catalogue.ParameterHandling;
import io.github.pg1c.tuning.catalogue.ParameterScope;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Changes each key of the specification in turn. {@code needs-by-key.txt} has what each change needs; {@code mvn test
 * -Dgolden.update=true} rewrites it.
 */
class EveryKeyTest {

    private static final Path GOLDEN = Path.of("src/test/resources/needs-by-key.txt");
    private static final String PARAMETERS = "postgresql.parameters.";
    private static final String SHARED_PARAMETERS = "bootstrap.dcs." + PARAMETERS;

    /** PostgreSQL's catalogue does not have the parameters of extensions. */
    private static final String OF_AN_EXTENSION = ".pgaudit.";

    private static final String BASE = """
            name: zup
            namespace: service
            language: en
            platform: {os: debian-13, container: false}
            postgresql: {distribution: pgdg, version: 17, locale: ru_RU.UTF-8, port: 5432, superuser: postgres}
            objectives: {rpo: 0, rto: 60s, withoutStandby: continue}
            resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 900GB}
            nodes:
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy], zone: a, resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 900GB}}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy], zone: b, failover: true, shared: false}
              - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd], zone: c}
            networks: {clients: [10.1.0.0/24], administrators: [10.2.0.0/24], monitoring: [10.3.0.5/32]}
            access: {host: zup-db.corp.example, addresses: [10.0.0.40], writePort: 5000, readPort: 5001, pooling: session}
            tls: {clients: required, key: p256, validity: 365d, caValidity: 3650d}
            etcd: {clientPort: 2379, peerPort: 2380, heartbeat: 200ms, quota: 2GB, compaction: 1h}
            pgbouncer: {port: 6432}
            haproxy: {statisticsPort: 8404}
            keepalived: {advertInterval: 500ms}
            roles: [{name: zup, createDatabases: false}, {name: watcher, monitoring: true}]
            patroni: {port: 8008, watchdog: automatic}
            workload: {connections: 100, preset: balanced, databaseSize: 50GB, databaseCopies: false}
            databases: [{name: zup, owner: zup, application: other}]
            """;

    private static final String AUTHORITY = ClusterText.quoted(AnAuthority.PEM);

    private static final String EXTERNAL =
            "external: {endpoints: [\"https://10.0.1.5:2379\", \"https://10.0.1.6:2379\","
                    + " \"https://10.0.1.7:2379\"], clientCertificate: true, user: zup, caCertificate: %s}";

    /** The same cluster with an etcd that others operate. */
    private static final String BASE_WITH_EXTERNAL_ETCD = BASE.replace(", etcd", "")
            .replaceAll("etcd: \\{.*}\n", Matcher.quoteReplacement("etcd: {" + EXTERNAL.formatted(AUTHORITY) + "}\n"));

    /** For each key the text that is replaced and the text that replaces it. */
    private static final Map<String, String[]> EDITS = new LinkedHashMap<>();

    static {
        edit("name", "name: zup\n", "name: erp\n");
        edit("namespace", "namespace: service", "namespace: other");
        edit("language", "language: en", "language: ru");
        edit("platform.os", "os: debian-13", "os: debian-12");
        edit("platform.container", "container: false", "container: true");
        edit("postgresql.distribution", "distribution: pgdg", "distribution: postgrespro-std");
        edit("postgresql.version", "version: 17", "version: 16");
        edit("postgresql.locale", "locale: ru_RU.UTF-8", "locale: en_US.UTF-8");
        edit("postgresql.port", "port: 5432", "port: 5433");
        insert("postgresql.user", "postgresql: {", "user: pg, ");
        insert("postgresql.dataDirectory", "postgresql: {", "dataDirectory: /data/17, ");
        insert("postgresql.binDirectory", "postgresql: {", "binDirectory: /opt/pg/bin, ");
        insert("postgresql.configDirectory", "postgresql: {", "configDirectory: /etc/postgresql/17/main, ");
        insert("postgresql.walDirectory", "postgresql: {", "walDirectory: /wal/17, ");
        insert("postgresql.socketDirectory", "postgresql: {", "socketDirectory: /run/pg, ");
        insert("postgresql.logDirectory", "postgresql: {", "logDirectory: /var/log/pg, ");
        edit("postgresql.superuser", "superuser: postgres", "superuser: admin");
        insert("postgresql.parameters", "postgresql: {", "parameters: {work_mem: 8MB}, ");
        edit("workload.connections", "connections: 100", "connections: 140");
        edit("workload.preset", "preset: balanced", "preset: initdb-1c-18");
        edit("workload.databaseSize", "databaseSize: 50GB", "databaseSize: 500GB");
        edit("workload.databaseCopies", "databaseCopies: false", "databaseCopies: true");
        edit("objectives.rpo", "rpo: 0, rto: 60s, withoutStandby: continue", "rpo: 16MB, rto: 60s");
        edit("objectives.rto", "rto: 60s", "rto: 2min");
        edit("objectives.withoutStandby", "withoutStandby: continue", "withoutStandby: stop");
        edit(
                "resources.memory",
                "resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 900GB}\nnodes",
                "resources: {memory: 64GB, cpus: 4, disk: ssd, walDisk: 900GB}\nnodes");
        edit(
                "resources.cpus",
                "cpus: 4, disk: ssd, walDisk: 900GB}\nnodes",
                "cpus: 8, disk: ssd, walDisk: 900GB}\nnodes");
        edit("resources.disk", "disk: ssd, walDisk: 900GB}\nnodes", "disk: hdd, walDisk: 900GB}\nnodes");
        edit("resources.walDisk", "walDisk: 900GB}\nnodes", "walDisk: 800GB}\nnodes");
        insert("resources.dataDisk", "cpus: 4, disk: ssd, walDisk: 900GB", ", dataDisk: 2TB");
        insert(
                "nodes.resources.dataDisk",
                "zone: a, resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 900GB",
                ", dataDisk: 2TB");
        edit("nodes.name", "name: pg3", "name: pg4");
        edit("nodes.address", "address: 10.0.0.13", "address: 10.0.0.14");
        edit("nodes.roles", "10.0.0.13, roles: [postgresql, etcd]", "10.0.0.13, roles: [postgresql, etcd, haproxy]");
        edit("nodes.resources.memory", "zone: a, resources: {memory: 32GB", "zone: a, resources: {memory: 64GB");
        edit(
                "nodes.resources.cpus",
                "zone: a, resources: {memory: 32GB, cpus: 4",
                "zone: a, resources: {memory: 32GB, cpus: 8");
        edit("nodes.resources.disk", "cpus: 4, disk: ssd, walDisk: 900GB}}", "cpus: 4, disk: hdd, walDisk: 900GB}}");
        edit("nodes.resources.walDisk", "walDisk: 900GB}}", "walDisk: 800GB}}");
        edit("nodes.zone", "zone: c", "zone: d");
        insert("nodes.host", "zone: c", ", host: proxmox1");
        edit("nodes.shared", "shared: false", "shared: true");
        edit("nodes.failover", "failover: true", "failover: false");
        insert("nodes.tags.noLoadBalance", "zone: c", ", tags: {noLoadBalance: true}");
        insert("nodes.tags.cloneFrom", "zone: c", ", tags: {cloneFrom: true}");
        insert("nodes.tags.noSync", "zone: c", ", tags: {noSync: true}");
        insert("nodes.tags.failoverPriority", "zone: c", ", tags: {failoverPriority: 2}");
        insert("nodes.tags.replicateFrom", "zone: c", ", tags: {replicateFrom: pg2}");
        edit("networks.clients", "clients: [10.1.0.0/24]", "clients: [10.1.0.0/24, 10.4.0.0/24]");
        edit("networks.administrators", "administrators: [10.2.0.0/24]", "administrators: [10.5.0.0/24]");
        edit("networks.monitoring", "monitoring: [10.3.0.5/32]", "monitoring: [10.3.0.6/32]");
        edit("access.host", "host: zup-db.corp.example", "host: erp-db.corp.example");
        insert("access.aliases", "access: {", "aliases: [10.9.0.1], ");
        edit("access.addresses", "addresses: [10.0.0.40]", "addresses: [10.0.0.41]");
        edit("access.writePort", "writePort: 5000", "writePort: 5010");
        edit("access.readPort", "readPort: 5001", "readPort: 5011");
        edit("access.pooling", "pooling: session", "pooling: \"off\"");
        for (String key : new String[] {"databases", "roles", "networks", "comment"}) {
            insert(
                    "access.rules." + key,
                    "access: {",
                    "rules: [{databases: [zup], roles: [watcher], networks: [10.4.0.5/32], comment: reports}], ");
        }
        edit(
                "access.rules.method",
                "pooling: session}\ntls: {",
                "pooling: session, rules: [{databases: [zup], roles: [watcher], networks: [10.4.0.6/32], method: cert}]}\n"
                        + "tls: {certificates: [{name: watcher, purpose: postgresql-client, commonName: watcher}], ");
        edit("tls.clients", "clients: required", "clients: optional");
        edit("tls.key", "key: p256", "key: p384");
        edit("tls.validity", " validity: 365d", " validity: 180d");
        edit("tls.caValidity", "caValidity: 3650d", "caValidity: 1825d");
        for (String key : new String[] {"name", "purpose", "commonName", "names"}) {
            insert(
                    "tls.certificates." + key,
                    "tls: {",
                    "certificates: [{name: backup, purpose: server, commonName: backup, names: [backup.corp.example]}], ");
        }
        for (String key : new String[] {"role", "databases", "networks"}) {
            insert(
                    "tls.certificates." + key,
                    "tls: {",
                    "certificates: [{name: backup, purpose: postgresql-client, commonName: backup, role: auditor,"
                            + " databases: [zup], networks: [10.4.0.5/32]}], ");
        }
        insert("etcd.version", "etcd: {", "version: \"3.6\", ");
        edit("etcd.clientPort", "clientPort: 2379", "clientPort: 2389");
        edit("etcd.peerPort", "peerPort: 2380", "peerPort: 2390");
        insert("etcd.user", "etcd: {", "user: etcduser, ");
        insert("etcd.binary", "etcd: {", "binary: /opt/etcd/etcd, ");
        insert("etcd.dataDirectory", "etcd: {", "dataDirectory: /data/etcd, ");
        edit("etcd.heartbeat", "heartbeat: 200ms", "heartbeat: 300ms");
        insert("etcd.electionTimeout", "etcd: {", "electionTimeout: 2500ms, ");
        edit("etcd.quota", "quota: 2GB", "quota: 4GB");
        edit("etcd.external.endpoints", "https://10.0.1.7:2379", "https://10.0.1.8:2379");
        edit("etcd.external.clientCertificate", "clientCertificate: true", "clientCertificate: false");
        edit("etcd.external.user", "user: zup, caCertificate", "user: erp, caCertificate");
        edit("etcd.external.caCertificate", AUTHORITY, ClusterText.quoted(AnAuthority.PEM + AnAuthority.PEM));
        edit("etcd.compaction", "compaction: 1h", "compaction: 2h");
        insert("patroni.version", "patroni: {", "version: \"3.0.3\", ");
        edit("patroni.port", "patroni: {port: 8008", "patroni: {port: 8009");
        insert("patroni.binary", "patroni: {", "binary: /opt/patroni/bin/patroni, ");
        insert("patroni.systemdNotify", "patroni: {", "version: \"4.1\", systemdNotify: true, ");
        edit("patroni.watchdog", "watchdog: automatic", "watchdog: \"off\"");
        insert("patroni.ttl", "patroni: {", "ttl: 40s, ");
        insert("patroni.loopWait", "patroni: {", "loopWait: 7s, ");
        insert("patroni.retryTimeout", "patroni: {", "retryTimeout: 8s, ");
        insert("patroni.primaryStartTimeout", "patroni: {", "primaryStartTimeout: 25s, ");
        for (String key : new String[] {"name", "type"}) {
            insert("patroni.slots." + key, "patroni: {", "slots: [{name: archive, type: physical}], ");
            insert("patroni.ignoreSlots." + key, "patroni: {", "ignoreSlots: [{name: backup, type: physical}], ");
        }
        for (String key : new String[] {"database", "plugin"}) {
            edit(
                    "patroni.slots." + key,
                    "automatic}\nworkload: {connections: 100, preset: balanced, databaseSize: 50GB, databaseCopies: false}",
                    "automatic, slots: [{name: feed, type: logical, database: zup, plugin: pgoutput}]}\n"
                            + "workload: {connections: 100, preset: balanced, databaseSize: 50GB, databaseCopies: true}");
            insert("patroni.ignoreSlots." + key, "patroni: {", "ignoreSlots: [{database: zup, plugin: pgoutput}], ");
        }
        insert("patroni.basebackup.maxRate", "patroni: {", "basebackup: {maxRate: 100MB}, ");
        insert("patroni.basebackup.checkpoint", "patroni: {", "basebackup: {checkpoint: spread}, ");
        insert("patroni.formerLeader.rewind", "patroni: {", "formerLeader: {rewind: false}, ");
        insert(
                "patroni.formerLeader.removeOnRewindFailure",
                "patroni: {",
                "formerLeader: {removeOnRewindFailure: false}, ");
        insert(
                "patroni.formerLeader.removeOnDivergedTimelines",
                "patroni: {",
                "formerLeader: {removeOnDivergedTimelines: false}, ");
        insert("pgbouncer.version", "pgbouncer: {", "version: \"1.22\", ");
        edit("pgbouncer.port", "pgbouncer: {port: 6432", "pgbouncer: {port: 6433");
        insert("pgbouncer.binary", "pgbouncer: {", "binary: /opt/pgbouncer/pgbouncer, ");
        insert("keepalived.virtualRouterId", "keepalived: {", "virtualRouterId: 7, ");
        edit("keepalived.advertInterval", "advertInterval: 500ms", "advertInterval: 1s");
        insert("haproxy.version", "haproxy: {", "version: \"2.6\", ");
        edit("haproxy.statisticsPort", "statisticsPort: 8404", "statisticsPort: 8405");
        insert("haproxy.binary", "haproxy: {", "binary: /opt/haproxy/haproxy, ");
        for (String component : new String[] {"etcd", "haproxy", "pgbouncer"}) {
            for (String key : new String[] {"from", "archive", "sha256"}) {
                program(component, key, "{from: archive, archive: a.tar.gz, sha256: " + "a".repeat(64) + "}");
            }
            for (String key : new String[] {"directory", "requirements"}) {
                program(component, key, "{from: present}");
            }
        }
        for (String key : new String[] {"from", "directory", "requirements"}) {
            program("patroni", key, "{from: python, directory: /opt/venv, requirements: [patroni]}");
        }
        for (String key : new String[] {"from", "archive", "sha256", "directory", "requirements"}) {
            program("postgresql", key, "{from: present}");
        }
        program("patroni", "archive", "{from: present}");
        program("patroni", "sha256", "{from: present}");
        for (String key : new String[] {"versions", "sums"}) {
            edit(
                    "packages." + key,
                    "pgbouncer: {port",
                    "packages: {sums: " + "a".repeat(64) + ", versions: {haproxy: 3.0.11-1}}\npgbouncer: {port");
        }
        for (String key : new String[] {"name", "uid", "gid"}) {
            edit("users." + key, "pgbouncer: {port", "users: [{name: postgres, uid: 26, gid: 27}]\npgbouncer: {port");
        }
        for (String key : new String[] {"name", "url", "suite", "components", "key"}) {
            edit(
                    "platform.repositories." + key,
                    "container: false}",
                    "container: false, repositories: [{name: vendor, url: \"https://mirror.example.org\", suite: trixie-pgdg,"
                            + " components: [main], key: \"-----BEGIN PGP PUBLIC KEY BLOCK-----\\n\\nmDMEZ1c1\\n"
                            + "-----END PGP PUBLIC KEY BLOCK-----\"}]}");
        }
        insert("workload.platform1c", "workload: {", "platform1c: 8.3.27, ");
        edit("takeover.node", "pgbouncer: {port", "takeover: {node: pg1}\npgbouncer: {port");
        for (String key : new String[] {"hosts", "port", "slot", "caCertificate"}) {
            edit(
                    "standbyOf." + key,
                    "pgbouncer: {port",
                    "standbyOf: {hosts: [10.7.0.11, 10.7.0.12], port: 5433, slot: site_b, caCertificate: "
                            + AnAuthority.quoted() + "}\npgbouncer: {port");
        }
        edit("networks.secondSite", "networks: {", "networks: {secondSite: [10.7.0.0/28], ");
        edit("roles.name", "{name: watcher", "{name: observer");
        insert("roles.superuser", "roles: [{name: zup, ", "superuser: true, ");
        edit("roles.createDatabases", "createDatabases: false", "createDatabases: true");
        edit("roles.monitoring", "{name: watcher, monitoring: true}", "{name: watcher, monitoring: false}");
        insert("roles.replication", "roles: [{name: zup, ", "replication: true, ");
        insert("roles.createRoles", "roles: [{name: zup, ", "createRoles: true, ");
        insert("roles.connectionLimit", "roles: [{name: zup, ", "connectionLimit: 50, ");
        insert("roles.memberOf", "roles: [{name: zup, ", "memberOf: [pg_read_all_data], ");
        edit("databases.name", "databases: [{name: zup", "databases: [{name: zup2");
        edit("databases.owner", "owner: zup", "owner: watcher");
        edit("databases.application", "application: other}", "application: 1c}");
        for (String key : new String[] {"name", "plugin"}) {
            edit(
                    "databases.copySlots." + key,
                    "databaseCopies: false}\ndatabases: [{",
                    "databaseCopies: true}\ndatabases: [{copySlots: [{name: copy, plugin: pgoutput}], ");
        }
        insert("postgresql.audit.log", "postgresql: {", "audit: {log: [role, ddl]}, ");
        for (String key : new String[] {"name", "directory"}) {
            insert(
                    "postgresql.tablespaces." + key,
                    "postgresql: {",
                    "tablespaces: [{name: v81c_data, directory: /spaces/data}], ");
        }
        insert("postgresql.logs.retention", "postgresql: {", "logs: {retention: 30d}, ");
        insert("postgresql.logs.syslog", "postgresql: {", "logs: {syslog: true}, ");
        insert("patroni.log.level", "patroni: {", "log: {level: warning}, ");
        for (String key : new String[] {"directory", "fileSize", "files"}) {
            insert(
                    "patroni.log." + key,
                    "patroni: {",
                    "log: {directory: /var/log/patroni, fileSize: 50MB, files: 10}, ");
        }
        insert("databases.extensions.name", "databases: [{", "extensions: [{name: pg_qualstats}], ");
        insert("databases.extensions.schema", "databases: [{", "extensions: [{name: pg_trgm, schema: ext}], ");
        insert("databases.extensions.version", "databases: [{", "extensions: [{name: pg_trgm, version: \"1.6\"}], ");
        insert("databases.locale", "databases: [{", "locale: en_US.UTF-8, ");
    }

    private static void edit(String key, String from, String to) {
        EDITS.put(key, new String[] {from, to});
    }

    private static void program(String component, String key, String source) {
        edit(
                "programs." + component + "." + key,
                "pgbouncer: {port",
                "programs: {" + component + ": " + source + "}\npgbouncer: {port");
    }

    private static void insert(String key, String before, String text) {
        edit(key, before, before + text);
    }

    @Test
    void everyKeyOfTheSpecificationIsChanged() {
        TreeSet<String> keys = new TreeSet<>();
        collect("", Cluster.class, keys);

        assertThat(EDITS.keySet()).as("each key has an edit here").containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void eachChangeNeedsWhatIsWrittenDown() throws IOException {
        StringBuilder text = new StringBuilder();
        EDITS.forEach((key, edit) ->
                text.append(key).append(": ").append(needs(diff(edit))).append('\n'));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(GOLDEN, text);
        }

        assertThat(text.toString())
                .as("%s: `mvn test -Dgolden.update=true` writes it anew; review the difference", GOLDEN)
                .isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void parametersNeedWhatTheCatalogueSays() {
        ParameterCatalogue catalogue = ParameterCatalogue.of(new PgMajor(17), Distribution.PGDG);
        Map<String, Need> changed = new TreeMap<>();
        EDITS.forEach((key, edit) -> {
            if (!key.equals("postgresql.version") && !key.equals("postgresql.distribution")) {
                diff(edit).settings().forEach(change -> {
                    if (change.path().contains(OF_AN_EXTENSION)) {
                        return;
                    }
                    if (change.path().startsWith(PARAMETERS) || change.path().startsWith(SHARED_PARAMETERS)) {
                        changed.put(change.path(), change.need());
                    }
                });
            }
        });

        assertThat(changed).hasSizeGreaterThan(20);
        changed.forEach((path, need) -> assertThat(need).as(path).isEqualTo(expected(catalogue, path)));
    }

    private static Need expected(ParameterCatalogue catalogue, String path) {
        boolean shared = path.startsWith(SHARED_PARAMETERS);
        ParameterHandling handling =
                catalogue.handling(path.substring((shared ? SHARED_PARAMETERS : PARAMETERS).length()));
        assertThat(handling.scope() == ParameterScope.DCS).as(path).isEqualTo(shared);
        if (handling.activation() == Activation.RELOAD) {
            return shared ? Need.shared() : Need.reload("postgresql");
        }
        Need.Restart restart = new Need.Restart("postgresql", handling.standbyLimit());
        return shared ? Need.shared(restart) : restart;
    }

    private static String needs(BundleDiff diff) {
        TreeSet<String> needs = diff.settings().stream()
                .map(change -> change.need().id())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!diff.addedNodes().isEmpty() || !diff.removedNodes().isEmpty()) {
            needs.add("nodes");
        }
        return needs.isEmpty() ? "no setting differs" : String.join(" ", needs);
    }

    private static BundleDiff diff(String[] edit) {
        String base = BASE.contains(edit[0]) ? BASE : BASE_WITH_EXTERNAL_ETCD;
        assertThat(base).contains(edit[0]);
        return BundleDiff.between(bundle(base), bundle(base.replace(edit[0], edit[1])));
    }

    private static Bundle bundle(String yaml) {
        Specification specification = SpecificationReader.read(yaml, "cluster.yaml");
        return Bundle.of(
                specification.cluster().orElseThrow(() -> new AssertionError(specification.problems())), "0", "0.1");
    }

    private static void collect(String prefix, Class<?> section, TreeSet<String> keys) {
        for (SectionKey key : SectionKey.of(section)) {
            if (key.section()) {
                collect(prefix + key.name() + ".", key.element(), keys);
            } else {
                keys.add(prefix + key.name());
            }
        }
    }
}
