package io.github.pg1c.model.rules;

import static io.github.pg1c.model.rules.ProblemCase.of;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Mistakes in the keys of Patroni and etcd, and in the tags of members. */
final class PatroniCases {

    private PatroniCases() {}

    static List<ProblemCase> all() {
        return Stream.of(tags(), intervals(), slots(), copies())
                .flatMap(List::stream)
                .toList();
    }

    private static List<ProblemCase> intervals() {
        return List.of(
                patroni("203", "ttl", "ttl: 60s"),
                patroni("205", "ttl", "ttl: 10s"),
                patroni("205", "loopWait", "loopWait: 0s"),
                patroni("205", "retryTimeout", "retryTimeout: 3500ms"),
                patroni("205", "primaryStartTimeout", "primaryStartTimeout: 2h"),
                patroni("206", "ttl", "ttl: 30s, loopWait: 10s, retryTimeout: 11s"),
                patroni("207", "ttl", "ttl: 30s, loopWait: 10s, retryTimeout: 10s"),
                patroni("208", "primaryStartTimeout", "primaryStartTimeout: 2min"),
                etcd("213", "electionTimeout: 40s"),
                etcd("216", "electionTimeout: 900ms"),
                etcd("216", "electionTimeout: 1min"),
                etcd("217", "electionTimeout: 1s"));
    }

    private static List<ProblemCase> slots() {
        String copies = "{connections: 100, databaseCopies: true}";
        return List.of(
                slot("831", "[1].name", "{name: a}, {name: a}"),
                of(
                        "832",
                        "patroni.slots[0].name",
                        "patroni:",
                        "language: en",
                        "language: en\npatroni: {slots: [{name: pg2, type: logical, database: zup, plugin: pgoutput}]}",
                        "{connections: 100}",
                        copies),
                slot("833", "[0]", "{name: a, database: zup}"),
                of(
                        "833",
                        "patroni.slots[0]",
                        "patroni:",
                        "language: en",
                        "language: en\npatroni: {slots: [{name: a, type: logical, plugin: pgoutput}]}",
                        "{connections: 100}",
                        copies),
                slot("834", "[0].type", "{name: a, type: logical, database: zup, plugin: pgoutput}"),
                slot("835", "[0].database", "{name: a, type: logical, database: erp, plugin: pgoutput}"),
                patroni("836", "ignoreSlots[0]", "ignoreSlots: [{}]"),
                patroni("836", "ignoreSlots[0]", "ignoreSlots: [{type: physical, plugin: pgoutput}]"),
                patroni("837", "ignoreSlots[0]", "ignoreSlots: [{type: physical}]"),
                of(
                        "824",
                        "nodes[0]",
                        "name: pg1",
                        "language: en",
                        "language: en\npatroni: {slots: [" + many(10) + "]}"),
                of(
                        "824",
                        "nodes[0]",
                        "name: pg1",
                        "language: en",
                        "language: en\npatroni: {slots: [" + many(10) + "]}",
                        "version: 17}",
                        "version: 17, parameters: {max_replication_slots: 20}}"));
    }

    private static String many(int number) {
        return IntStream.range(0, number).mapToObj(i -> "{name: s" + i + "}").collect(Collectors.joining(", "));
    }

    private static ProblemCase slot(String code, String place, String slots) {
        return patroni(code, "slots" + place, "slots: [" + slots + "]");
    }

    private static List<ProblemCase> copies() {
        String leader = "formerLeader.";
        return List.of(
                patroni("841", "basebackup.maxRate", "basebackup: {maxRate: 2GB}"),
                patroni("841", "basebackup.maxRate", "basebackup: {maxRate: 16kB}"),
                lossy("842", leader + "removeOnRewindFailure", "formerLeader: {removeOnRewindFailure: true}"),
                lossy("842", leader + "removeOnDivergedTimelines", "formerLeader: {removeOnDivergedTimelines: true}"),
                patroni(
                        "843",
                        leader + "removeOnRewindFailure",
                        "formerLeader: {rewind: false, removeOnRewindFailure: true}"),
                patroni("893", "log", "log: {files: 10}"),
                patroni("894", "log.fileSize", "log: {directory: /var/log/patroni, fileSize: 512kB}"),
                patroni("894", "log.files", "log: {directory: /var/log/patroni, files: 0}"),
                patroni("311", "log.directory", "log: {directory: log}"),
                patroni("312", "log.directory", "log: {directory: /var/lib/etcd/log}"),
                lossy("844", leader + "rewind", "formerLeader: {rewind: false}"));
    }

    private static ProblemCase lossy(String code, String key, String value) {
        return of(
                code,
                "patroni." + key,
                "patroni:",
                "language: en",
                "language: en\npatroni: {" + value + "}",
                "rpo: 0",
                "rpo: 16MB");
    }

    private static List<ProblemCase> tags() {
        String priority = "nodes[1].tags.failoverPriority";
        String source = "nodes[1].tags.replicateFrom";
        return List.of(
                tags("201", "objectives.rpo", "rpo", "noSync: true"),
                of(
                        "201",
                        "objectives.rpo",
                        "rpo",
                        "10.0.0.12, roles: [postgresql, haproxy]}",
                        "10.0.0.12, roles: [postgresql, haproxy], tags: {replicateFrom: pg3}}\n"
                                + "  - {name: pg3, address: 10.0.0.13, roles: [postgresql], failover: false}"),
                of(
                        "131",
                        "nodes[2].tags",
                        "etcd1",
                        "10.0.0.21, roles: [etcd]",
                        "10.0.0.21, roles: [etcd], tags: {cloneFrom: true}"),
                of(
                        "132",
                        priority,
                        "pg2",
                        "language: en",
                        "language: en\npatroni: {version: \"3.1\"}",
                        "10.0.0.12, roles: [postgresql, haproxy]",
                        "10.0.0.12, roles: [postgresql, haproxy], tags: {failoverPriority: 2}"),
                tags("133", priority, "pg2", "failoverPriority: 0"),
                of(
                        "133",
                        priority,
                        "pg2",
                        "10.0.0.12, roles: [postgresql, haproxy]",
                        "10.0.0.12, roles: [postgresql, haproxy], failover: false, tags: {failoverPriority: 2}"),
                tags("134", source, "pg2", "replicateFrom: etcd1"),
                tags("134", source, "pg2", "replicateFrom: pg2"),
                of(
                        "135",
                        "nodes[0].tags.replicateFrom",
                        "pg1",
                        "10.0.0.11, roles: [postgresql, haproxy]",
                        "10.0.0.11, roles: [postgresql, haproxy], tags: {replicateFrom: pg2}",
                        "10.0.0.12, roles: [postgresql, haproxy]",
                        "10.0.0.12, roles: [postgresql, haproxy], tags: {replicateFrom: pg1}"),
                of(
                        "136",
                        "nodes[1].tags.noSync",
                        "pg2",
                        "rpo: 0",
                        "rpo: 16MB",
                        "10.0.0.12, roles: [postgresql, haproxy]",
                        "10.0.0.12, roles: [postgresql, haproxy], tags: {noSync: true}"),
                tags("137", "nodes", "nodes:", "noLoadBalance: true"));
    }

    /** Tags of the second member. */
    private static ProblemCase tags(String code, String path, String marker, String value) {
        String node = "10.0.0.12, roles: [postgresql, haproxy]";
        return of(code, path, marker, node, node + ", tags: {" + value + "}");
    }

    private static ProblemCase patroni(String code, String key, String value) {
        return of(code, "patroni." + key, "patroni:", "language: en", "language: en\npatroni: {" + value + "}");
    }

    private static ProblemCase etcd(String code, String value) {
        return of(code, "etcd.electionTimeout", "etcd:", "language: en", "language: en\netcd: {" + value + "}");
    }
}
