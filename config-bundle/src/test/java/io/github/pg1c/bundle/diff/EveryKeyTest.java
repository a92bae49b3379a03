package io.github.pg1c.bundle.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.yaml.Specification;
import io.github.pg1c.model.yaml.SpecificationReader;
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

    private static final String BASE = """
            name: zup
            namespace: service
            language: en
            platform: {os: debian-13, container: false}
            postgresql: {distribution: pgdg, version: 17, locale: ru_RU.UTF-8, port: 5432, superuser: postgres}
            workload: {connections: 100, preset: balanced, databaseSize: 50GB, databaseCopies: false}
            objectives: {rpo: 0, rto: 60s, withoutStandby: continue}
            resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 50GB}
            nodes:
              - {name: pg1, address: 10.0.0.11, roles: [postgresql, etcd, haproxy], zone: a, resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 50GB}}
              - {name: pg2, address: 10.0.0.12, roles: [postgresql, etcd, haproxy], zone: b, failover: true, shared: false}
              - {name: pg3, address: 10.0.0.13, roles: [postgresql, etcd], zone: c}
            networks: {clients: [10.1.0.0/24], administrators: [10.2.0.0/24], monitoring: [10.3.0.5/32]}
            access: {host: zup-db.corp.example, writePort: 5000, readPort: 5001, pooling: session}
            tls: {clients: required, key: p256, validity: 365d, caValidity: 3650d}
            etcd: {clientPort: 2379, peerPort: 2380, heartbeat: 200ms, quota: 2GB, compaction: 1h}
            patroni: {port: 8008, watchdog: automatic}
            pgbouncer: {port: 6432}
            haproxy: {statisticsPort: 8404}
            roles: [{name: zup, createDatabases: false}, {name: watcher, monitoring: true}]
            databases: [{name: zup, owner: zup, application: other}]
            """;

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
                "resources: {memory: 32GB, cpus: 4, disk: ssd, walDisk: 50GB}\nnodes",
                "resources: {memory: 64GB, cpus: 4, disk: ssd, walDisk: 50GB}\nnodes");
        edit(
                "resources.cpus",
                "cpus: 4, disk: ssd, walDisk: 50GB}\nnodes",
                "cpus: 8, disk: ssd, walDisk: 50GB}\nnodes");
        edit("resources.disk", "disk: ssd, walDisk: 50GB}\nnodes", "disk: hdd, walDisk: 50GB}\nnodes");
        edit("resources.walDisk", "walDisk: 50GB}\nnodes", "walDisk: 20GB}\nnodes");
        edit("nodes.name", "name: pg3", "name: pg4");
        edit("nodes.address", "address: 10.0.0.13", "address: 10.0.0.14");
        edit("nodes.roles", "10.0.0.13, roles: [postgresql, etcd]", "10.0.0.13, roles: [postgresql, etcd, haproxy]");
        edit("nodes.resources.memory", "zone: a, resources: {memory: 32GB", "zone: a, resources: {memory: 64GB");
        edit(
                "nodes.resources.cpus",
                "zone: a, resources: {memory: 32GB, cpus: 4",
                "zone: a, resources: {memory: 32GB, cpus: 8");
        edit("nodes.resources.disk", "cpus: 4, disk: ssd, walDisk: 50GB}}", "cpus: 4, disk: hdd, walDisk: 50GB}}");
        edit("nodes.resources.walDisk", "walDisk: 50GB}}", "walDisk: 20GB}}");
        edit("nodes.zone", "zone: c", "zone: d");
        edit("nodes.shared", "shared: false", "shared: true");
        edit("nodes.failover", "failover: true", "failover: false");
        edit("networks.clients", "clients: [10.1.0.0/24]", "clients: [10.1.0.0/24, 10.4.0.0/24]");
        edit("networks.administrators", "administrators: [10.2.0.0/24]", "administrators: [10.5.0.0/24]");
        edit("networks.monitoring", "monitoring: [10.3.0.5/32]", "monitoring: [10.3.0.6/32]");
        edit("access.host", "host: zup-db.corp.example", "host: erp-db.corp.example");
        insert("access.aliases", "access: {", "aliases: [10.9.0.1], ");
        edit("access.writePort", "writePort: 5000", "writePort: 5010");
        edit("access.readPort", "readPort: 5001", "readPort: 5011");
        edit("access.pooling", "pooling: session", "pooling: \"off\"");
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
        insert("etcd.version", "etcd: {", "version: \"3.6\", ");
        edit("etcd.clientPort", "clientPort: 2379", "clientPort: 2389");
        edit("etcd.peerPort", "peerPort: 2380", "peerPort: 2390");
        insert("etcd.user", "etcd: {", "user: etcduser, ");
        insert("etcd.binary", "etcd: {", "binary: /opt/etcd/etcd, ");
        insert("etcd.dataDirectory", "etcd: {", "dataDirectory: /data/etcd, ");
        edit("etcd.heartbeat", "heartbeat: 200ms", "heartbeat: 300ms");
        edit("etcd.quota", "quota: 2GB", "quota: 4GB");
        edit("etcd.compaction", "compaction: 1h", "compaction: 2h");
        insert("patroni.version", "patroni: {", "version: \"3.0.3\", ");
        edit("patroni.port", "patroni: {port: 8008", "patroni: {port: 8009");
        insert("patroni.binary", "patroni: {", "binary: /opt/patroni/bin/patroni, ");
        insert("patroni.systemdNotify", "patroni: {", "version: \"4.1\", systemdNotify: true, ");
        edit("patroni.watchdog", "watchdog: automatic", "watchdog: \"off\"");
        insert("pgbouncer.version", "pgbouncer: {", "version: \"1.22\", ");
        edit("pgbouncer.port", "pgbouncer: {port: 6432", "pgbouncer: {port: 6433");
        insert("pgbouncer.binary", "pgbouncer: {", "binary: /opt/pgbouncer/pgbouncer, ");
        insert("haproxy.version", "haproxy: {", "version: \"2.6\", ");
        edit("haproxy.statisticsPort", "statisticsPort: 8404", "statisticsPort: 8405");
        insert("haproxy.binary", "haproxy: {", "binary: /opt/haproxy/haproxy, ");
        edit("roles.name", "{name: watcher", "{name: observer");
        insert("roles.superuser", "roles: [{name: zup, ", "superuser: true, ");
        edit("roles.createDatabases", "createDatabases: false", "createDatabases: true");
        edit("roles.monitoring", "{name: watcher, monitoring: true}", "{name: watcher, monitoring: false}");
        edit("databases.name", "databases: [{name: zup", "databases: [{name: zup2");
        edit("databases.owner", "owner: zup", "owner: watcher");
        edit("databases.application", "application: other}", "application: 1c}");
        insert("databases.locale", "databases: [{", "locale: en_US.UTF-8, ");
    }

    private static void edit(String key, String from, String to) {
        EDITS.put(key, new String[] {from, to});
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
        assertThat(BASE).contains(edit[0]);
        return BundleDiff.between(bundle(BASE), bundle(BASE.replace(edit[0], edit[1])));
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
