package io.github.pg1c.model.plan;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.base.words.Language;
import io.github.pg1c.base.words.MalformedValueException;
import io.github.pg1c.base.words.Problem;
import io.github.pg1c.base.words.Severity;
import io.github.pg1c.base.words.Text;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Etcd;
import io.github.pg1c.model.Haproxy;
import io.github.pg1c.model.InvalidClusterException;
import io.github.pg1c.model.Keepalived;
import io.github.pg1c.model.Networks;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Objectives;
import io.github.pg1c.model.Patroni;
import io.github.pg1c.model.Pgbouncer;
import io.github.pg1c.model.PlatformChoice;
import io.github.pg1c.model.Postgresql;
import io.github.pg1c.model.Resources;
import io.github.pg1c.model.StandbyOf;
import io.github.pg1c.model.Takeover;
import io.github.pg1c.model.Tls;
import io.github.pg1c.model.Workload;
import io.github.pg1c.model.key.KeyDefaults;
import io.github.pg1c.model.key.ReaderCodes;
import io.github.pg1c.model.key.SectionKey;
import io.github.pg1c.model.platform.Platform;
import io.github.pg1c.model.program.PackageLock;
import io.github.pg1c.model.program.Programs;
import io.github.pg1c.model.program.SystemUser;
import io.github.pg1c.model.value.ClusterName;
import io.github.pg1c.tuning.Calculator;
import io.github.pg1c.tuning.catalogue.Distribution;
import io.github.pg1c.tuning.catalogue.MemorySize;
import io.github.pg1c.tuning.catalogue.PgMajor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes a cluster in Java as a specification does in YAML, with the same defaults and rules.
 *
 * <pre>{@code
 * Cluster cluster = ClusterBuilder.of("zup")
 *         .platform(Platform.DEBIAN_13)
 *         .postgresql(Distribution.POSTGRES_PRO_1C, 17)
 *         .connections(200)
 *         .resources(Resources.of("16GB", 6, DiskClass.SSD))
 *         .node("n1", "10.0.0.11", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
 *         .node("n2", "10.0.0.12", NodeRole.POSTGRESQL, NodeRole.ETCD, NodeRole.HAPROXY)
 *         .node("n3", "10.0.0.13", NodeRole.ETCD)
 *         .clients("10.0.10.0/24")
 *         .role("zup")
 *         .database("zup", "zup")
 *         .build();
 * }</pre>
 *
 * <p>Not safe for use by several threads.
 *
 * @since 0.1
 */
public final class ClusterBuilder {

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<DatabaseRole> roles = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();

    private ClusterBuilder(ClusterName name) {
        values.put("name", name);
    }

    /**
     * Begins the description of a cluster.
     *
     * @throws MalformedValueException when the name has another form
     */
    public static ClusterBuilder of(String name) {
        return new ClusterBuilder(ClusterName.parse(name));
    }

    /** First part of the cluster's keys in etcd; {@code service} by default. */
    public ClusterBuilder namespace(String value) {
        return put("namespace", value);
    }

    /** Language of what is generated; Russian by default. */
    public ClusterBuilder language(Language value) {
        return put("language", value);
    }

    /** Operating system of the nodes; mandatory. */
    public ClusterBuilder platform(Platform os) {
        return platform(PlatformChoice.of(os));
    }

    /** Operating system of the nodes, and whether they are containers; mandatory. */
    public ClusterBuilder platform(PlatformChoice value) {
        return put("platform", value);
    }

    /** Build and major version of PostgreSQL, with defaults for everything else; mandatory. */
    public ClusterBuilder postgresql(Distribution distribution, int major) {
        Postgresql stand = (Postgresql) KeyDefaults.standIn(Postgresql.class);
        return postgresql(stand.withDistribution(distribution).withVersion(new PgMajor(major)));
    }

    /** PostgreSQL; mandatory. */
    public ClusterBuilder postgresql(Postgresql value) {
        return put("postgresql", value);
    }

    /** Connections of the 1C servers, with defaults for the rest of the workload; mandatory. */
    public ClusterBuilder connections(int value) {
        return workload(((Workload) KeyDefaults.standIn(Workload.class)).withConnections(value));
    }

    /** The load that 1C puts on the cluster; mandatory. */
    public ClusterBuilder workload(Workload value) {
        return put("workload", value);
    }

    /** What the cluster must survive. */
    public ClusterBuilder objectives(Objectives value) {
        return put("objectives", value);
    }

    /** How much data may be lost, and how long writing may stand still. */
    public ClusterBuilder objectives(MemorySize rpo, Duration rto) {
        return objectives(Objectives.defaults().withRpo(rpo).withRto(rto));
    }

    /** Hardware of every node without figures of its own. */
    public ClusterBuilder resources(Resources value) {
        return put("resources", value);
    }

    /**
     * Adds a node.
     *
     * @throws MalformedValueException when name or address has another form
     */
    public ClusterBuilder node(String name, String address, NodeRole... roles) {
        return node(Node.of(name, address, roles));
    }

    /** Adds a node. */
    public ClusterBuilder node(Node value) {
        nodes.add(value);
        return this;
    }

    /**
     * Networks of the 1C servers; mandatory.
     *
     * @throws MalformedValueException when one is not a network
     */
    public ClusterBuilder clients(String... networks) {
        return networks(networks().withClients(parse(networks)));
    }

    /**
     * Networks of the administrators.
     *
     * @throws MalformedValueException when one is not a network
     */
    public ClusterBuilder administrators(String... networks) {
        return networks(networks().withAdministrators(parse(networks)));
    }

    /**
     * Networks of monitoring.
     *
     * @throws MalformedValueException when one is not a network
     */
    public ClusterBuilder monitoring(String... networks) {
        return networks(networks().withMonitoring(parse(networks)));
    }

    /**
     * Networks of the members of a second site, whose cluster is a copy of this one.
     *
     * @throws MalformedValueException when one is not a network
     */
    public ClusterBuilder secondSite(String... networks) {
        return networks(networks().withSecondSite(parse(networks)));
    }

    /** All networks at once. */
    public ClusterBuilder networks(Networks value) {
        return put("networks", value);
    }

    /** Where clients connect. */
    public ClusterBuilder access(Access value) {
        return put("access", value);
    }

    /** Certificates and encryption. */
    public ClusterBuilder tls(Tls value) {
        return put("tls", value);
    }

    /** etcd. */
    public ClusterBuilder etcd(Etcd value) {
        return put("etcd", value);
    }

    /** Patroni. */
    public ClusterBuilder patroni(Patroni value) {
        return put("patroni", value);
    }

    /** PgBouncer. */
    public ClusterBuilder pgbouncer(Pgbouncer value) {
        return put("pgbouncer", value);
    }

    /** HAProxy. */
    public ClusterBuilder haproxy(Haproxy value) {
        return put("haproxy", value);
    }

    /** keepalived. */
    public ClusterBuilder keepalived(Keepalived value) {
        return put("keepalived", value);
    }

    /** Where the programs come from. */
    public ClusterBuilder programs(Programs value) {
        return put("programs", value);
    }

    /** Exact versions of the packages. */
    public ClusterBuilder packages(PackageLock value) {
        return put("packages", value);
    }

    /** Users of the operating system that have the same number on every node. */
    public ClusterBuilder users(SystemUser... value) {
        return put("users", List.of(value));
    }

    /** The database that is there already and that the cluster goes on with. */
    public ClusterBuilder takeover(Takeover value) {
        return put("takeover", value);
    }

    /** The cluster of another site that this one is a copy of. */
    public ClusterBuilder standbyOf(StandbyOf value) {
        return put("standbyOf", value);
    }

    /** Adds an ordinary role. */
    public ClusterBuilder role(String name) {
        return role(DatabaseRole.of(name));
    }

    /** Adds a role. */
    public ClusterBuilder role(DatabaseRole value) {
        roles.add(value);
        return this;
    }

    /** Adds an infobase of 1C; its owner must be one of the roles. */
    public ClusterBuilder database(String name, String owner) {
        return database(Database.of(name, owner));
    }

    /** Adds a database. */
    public ClusterBuilder database(Database value) {
        databases.add(value);
        return this;
    }

    /**
     * The cluster.
     *
     * @throws InvalidClusterException with every problem, when one of them is an error
     */
    public Cluster build() {
        return plan().cluster();
    }

    /**
     * The cluster with everything that follows from it.
     *
     * @throws InvalidClusterException with every problem, when one of them is an error
     */
    public ClusterPlan plan() {
        List<Problem> problems = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<@Nullable Object> components = new ArrayList<>();
        put("nodes", List.copyOf(nodes)).put("roles", List.copyOf(roles)).put("databases", List.copyOf(databases));
        for (SectionKey key : SectionKey.of(Cluster.class)) {
            Object value = values.get(key.name());
            if (value == null && key.key().required()) {
                missing.add(key.name());
                problems.add(missing(key));
            }
            components.add(value == null ? KeyDefaults.standIn(key) : value);
        }
        Cluster cluster = (Cluster) SectionKey.construct(Cluster.class, components);
        Planning planning = Planning.of(cluster, missing, Calculator::plan);
        problems.addAll(planning.problems());
        return planning.plan().orElseThrow(() -> new InvalidClusterException(problems));
    }

    private static Problem missing(SectionKey key) {
        return new Problem(
                ReaderCodes.MISSING_KEY,
                Severity.ERROR,
                key.name(),
                Optional.empty(),
                Text.of("'" + key.name() + "' is missing", "не указано «" + key.name() + "»"),
                Text.of("call " + key.name() + "(…) on the builder", "вызовите у построителя " + key.name() + "(…)"));
    }

    private ClusterBuilder put(String key, Object value) {
        values.put(key, value);
        return this;
    }

    private Networks networks() {
        Object given = values.get("networks");
        return given instanceof Networks networks ? networks : new Networks(List.of(), List.of(), List.of(), List.of());
    }

    private static List<Cidr> parse(String... networks) {
        return Arrays.stream(networks).map(Cidr::parse).toList();
    }
}
