package io.github.pg1c.bundle.render;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.net.IpAddress;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Audit;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Etcd;
import io.github.pg1c.model.Haproxy;
import io.github.pg1c.model.Keepalived;
import io.github.pg1c.model.Networks;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.Pgbouncer;
import io.github.pg1c.model.PlatformChoice;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.StandbyOf;
import io.github.pg1c.model.Takeover;
import io.github.pg1c.model.Tls;
import io.github.pg1c.model.WithoutStandby;
import io.github.pg1c.model.Workload;
import io.github.pg1c.model.patroni.MemberTags;
import io.github.pg1c.model.plan.ClusterPlan;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.postgresql.ServerLogs;
import io.github.pg1c.model.program.PackageLock;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.model.value.NodeName;
import io.github.pg1c.model.value.SqlName;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import io.github.pg1c.tuning.input.DiskClass;
import io.github.pg1c.tuning.input.Preset;
import io.github.pg1c.tuning.preset.RuleSets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clusters of several topologies, in the language and with the changes that a test asks for. */
record Clusters(
        Language language,
        Platform os,
        Distribution distribution,
        Objectives objectives,
        Pooling pooling,
        @Nullable String zone,
        @Nullable String dataDirectory,
        List<Node> nodes) {

    /** Two PostgreSQL nodes, three etcd members, no HAProxy, no pooler, asynchronous. */
    static Clusters direct(Language language) {
        return new Clusters(
                        language,
                        Platform.ALMALINUX_10,
                        Distribution.POSTGRES_PRO_1C,
                        objectives("16MB", WithoutStandby.CONTINUE),
                        Pooling.OFF,
                        null,
                        null,
                        List.of())
                .plus("etcd", 3, NodeRole.ETCD)
                .plus("pg", 2, NodeRole.POSTGRESQL);
    }

    /** Three PostgreSQL nodes, three etcd members, two HAProxy, PgBouncer, synchronous. */
    static Clusters layered(Language language) {
        return new Clusters(
                        language,
                        Platform.DEBIAN_13,
                        Distribution.PGDG,
                        objectives("0", WithoutStandby.STOP),
                        Pooling.SESSION,
                        null,
                        null,
                        List.of())
                .plus("etcd", 3, NodeRole.ETCD)
                .plus("pg", 3, NodeRole.POSTGRESQL)
                .plus("lb", 2, NodeRole.HAPROXY);
    }

    /** Everything on each of three nodes. */
    static Clusters together(Language language) {
        return new Clusters(
                        language,
                        Platform.UBUNTU_24_04,
                        Distribution.PGDG,
                        objectives("0", WithoutStandby.CONTINUE),
                        Pooling.SESSION,
                        null,
                        null,
                        List.of())
                .plus("node", 3, NodeRole.ETCD, NodeRole.POSTGRESQL, NodeRole.HAPROXY);
    }

    /** One node of each role, without redundancy. */
    static Clusters alone(Language language) {
        return new Clusters(
                        language,
                        Platform.DEBIAN_12,
                        Distribution.PGDG,
                        objectives("16MB", WithoutStandby.CONTINUE),
                        Pooling.SESSION,
                        null,
                        null,
                        List.of())
                .plus("only", 1, NodeRole.ETCD, NodeRole.POSTGRESQL);
    }

    static List<Clusters> all(Language language) {
        return List.of(direct(language), layered(language), together(language), alone(language));
    }

    Clusters withZone(String value) {
        return new Clusters(language, os, distribution, objectives, pooling, value, dataDirectory, List.of())
                .plus("etcd", 3, NodeRole.ETCD)
                .plus("pg", 2, NodeRole.POSTGRESQL);
    }

    Clusters withDataDirectory(String value) {
        return new Clusters(language, os, distribution, objectives, pooling, zone, value, nodes);
    }

    private Clusters plus(String name, int count, NodeRole... roles) {
        List<Node> more = new ArrayList<>(nodes);
        for (int i = 1; i <= count; i++) {
            more.add(new Node(
                    NodeName.parse(name + i),
                    IpAddress.parse("10.0.0." + (10 + more.size())),
                    Set.of(roles),
                    null,
                    zone,
                    null,
                    false,
                    true,
                    MemberTags.defaults()));
        }
        return new Clusters(language, os, distribution, objectives, pooling, zone, dataDirectory, more);
    }

    private static Objectives objectives(String rpo, WithoutStandby withoutStandby) {
        return new Objectives(MemorySize.parse(rpo), Duration.ofSeconds(60), withoutStandby);
    }

    Cluster cluster() {
        return new Cluster(
                ClusterName.parse("zup"),
                "service",
                language,
                PlatformChoice.of(os),
                new Postgresql(
                        distribution,
                        new PgMajor(17),
                        "ru_RU.UTF-8",
                        5432,
                        null,
                        dataDirectory,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "postgres",
                        Map.of(),
                        new Audit(Set.of()),
                        List.of(),
                        ServerLogs.defaults()),
                new Workload(200, RuleSets.builtIn().of(Preset.BALANCED), MemorySize.ofGigabytes(50), false, null),
                objectives,
                new Resources(MemorySize.ofGigabytes(16), 6, DiskClass.SSD, MemorySize.ofGigabytes(150), null),
                nodes,
                new Networks(
                        List.of(Cidr.parse("10.0.10.0/24")),
                        List.of(Cidr.parse("10.0.20.0/28")),
                        List.of(Cidr.parse("10.0.30.5/32")),
                        List.of()),
                new Access(null, List.of(), List.of(), 5000, 5001, pooling, List.of()),
                new Tls(
                        Tls.ClientTls.REQUIRED,
                        Tls.KeyType.P256,
                        Duration.ofDays(365),
                        Duration.ofDays(3650),
                        List.of()),
                Etcd.defaults(),
                Patroni.defaults(),
                new Pgbouncer(null, 6432, null),
                new Haproxy(null, 8404, null),
                Keepalived.defaults(),
                Programs.defaults(),
                PackageLock.defaults(),
                List.of(),
                Takeover.defaults(),
                StandbyOf.defaults(),
                List.of(DatabaseRole.of("zup").withCreateDatabases(true)),
                List.of(new Database(
                        SqlName.parse("zup"),
                        SqlName.parse("zup"),
                        distribution.serves1c() ? Database.Application.ONE_C : Database.Application.OTHER,
                        null,
                        List.of(),
                        List.of())));
    }

    DocumentContext input() {
        PlanContext context = new PlanContext(ClusterPlan.of(cluster()), RevocationLists.NONE);
        Map<NodeName, NodePart> parts = new LinkedHashMap<>();
        context.cluster().nodes().forEach(node -> parts.put(node.name(), Components.part(context, node)));
        return new DocumentContext(context, parts, "0.1");
    }

    Map<String, String> documents() {
        return Documents.render(input());
    }

    String runbook() {
        return document("RUNBOOK.md");
    }

    String document(String path) {
        String text = documents().get(path);
        if (text == null) {
            throw new IllegalArgumentException(
                    path + " is not among " + documents().keySet());
        }
        return text;
    }
}
