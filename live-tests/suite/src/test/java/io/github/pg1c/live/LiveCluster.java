package io.github.pg1c.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.base.secret.Secret;
import io.github.pg1c.bundle.NodeService;
import io.github.pg1c.live.lab.Command;
import io.github.pg1c.live.lab.DebianRelease;
import io.github.pg1c.live.lab.DebianRoot;
import io.github.pg1c.live.lab.Eventually;
import io.github.pg1c.live.lab.Host;
import io.github.pg1c.live.lab.Lab;
import io.github.pg1c.live.lab.NotShown;
import io.github.pg1c.live.lab.Output;
import io.github.pg1c.live.lab.Playbook;
import io.github.pg1c.live.lab.Unit;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.patroni.PatroniClient;
import io.github.pg1c.patroni.PatroniClientBuilder;
import io.github.pg1c.patroni.cluster.ClusterState;
import io.github.pg1c.patroni.cluster.Member;
import io.github.pg1c.patroni.cluster.Role;
import io.github.pg1c.patroni.protocol.Feature;
import io.github.pg1c.patroni.protocol.PatroniVersion;
import io.github.pg1c.secrets.ClusterPki;
import io.github.pg1c.secrets.generate.GenerationReport;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cluster of a specification, generated, installed and started on test hosts in the order of its runbook. */
final class LiveCluster implements AutoCloseable {

    /** Patroni's processes, as pgrep finds them by their command line. */
    static final String PATRONI = "/usr/bin/patroni ";

    /** The role and the database of the 1C infobase in the specification. */
    static final String INFOBASE = "zup";

    /** Making a database cluster and copying it twice, on a slow machine. */
    private static final Duration BOOT = Duration.ofMinutes(3);

    private final DebianRelease release;
    private final Generated generated;
    private final Lab lab;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private PatroniClient patroni;

    private LiveCluster(DebianRelease release, Generated generated, Lab lab) {
        this.release = release;
        this.generated = generated;
        this.lab = lab;
        this.patroni = patroniClient().build();
    }

    private PatroniClientBuilder patroniClient() {
        PatroniClientBuilder client = PatroniClient.builder()
                .trustPem(generated.operator("ca.pem"))
                .clientCertificate(
                        generated.operator("patroni-client.pem"), generated.operator("patroni-client-key.pem"))
                .connectTimeout(Duration.ofSeconds(1))
                .readTimeout(Duration.ofSeconds(2));
        nodes(NodeRole.POSTGRESQL).forEach(node -> client.endpoint(api(node)));
        return client;
    }

    /** A client that may change something, with the password of the REST API; to be closed. */
    PatroniClient patroniOperator() {
        return patroniClient()
                .basicAuth("patroni", Secret.of(generated.password("restapi")))
                .build();
    }

    /** Boots the cluster of the specification on hosts of the release that is its platform. */
    static LiveCluster boot(Path specification, Path work) {
        Command.run("rm", "-rf", work.toString()).orThrow();
        Generated generated = Generated.from(specification, work.toAbsolutePath());
        DebianRelease release =
                DebianRelease.of(generated.cluster().platform().os().id());
        DebianRoot root = DebianRoot.of(release, System.getenv(), work.resolveSibling("root"));
        LiveCluster live = new LiveCluster(release, generated, Lab.open(work.resolve("hosts")));
        try {
            NotShown.report(work.resolveSibling("not-shown.txt"));
            live.boot(root);
        } catch (RuntimeException | Error e) {
            live.close();
            throw e;
        }
        return live;
    }

    private void boot(DebianRoot root) {
        lab.plugMachine(List.of(client(), administrator(), stranger()), administrator());
        for (Node node : cluster().nodes()) {
            String name = node.name().toString();
            hosts.put(name, lab.host(root, name, address(node), disk(node)));
        }
        Lab.inParallel(hosts.values(), Host::boot);
        Lab.inParallel(hosts.values(), host -> install(host).orThrow());
        start();
    }

    /** Where a node has its data, on a disk of its own. */
    private static @Nullable String disk(Node node) {
        if (node.has(NodeRole.POSTGRESQL)) {
            return "/var/lib/postgresql";
        }
        return node.has(NodeRole.ETCD) ? "/var/lib/etcd" : null;
    }

    /**
     * Brings the node its files and secrets and runs its installer, as the runbook's chapter on delivery says, by an
     * administrator with {@code sudo}.
     */
    Output install(Host host) {
        String node = "nodes/" + host.name();
        host.ssh("sudo rm -rf /root/pg1c && sudo install -d -m 0700 /root/pg1c/bundle /root/pg1c/secrets")
                .orThrow();
        host.send(generated.bundle().resolve(node), "/root/pg1c/bundle").orThrow();
        host.send(generated.secrets().resolve(node), "/root/pg1c/secrets").orThrow();
        return host.ssh("sudo sh /root/pg1c/bundle/install.sh --secrets /root/pg1c/secrets;"
                + " status=$?; sudo rm -rf /root/pg1c; exit $status");
    }

    /** The playbook of the bundle that was generated last. */
    Playbook playbook() {
        return lab.playbook(generated.bundle(), generated.secrets());
    }

    /** The certificates of the cluster, as the operator works on them. */
    ClusterPki pki() {
        return ClusterPki.of(cluster(), generated.secrets().resolveSibling(""));
    }

    /** Generates once more, for what has become of the secrets. */
    GenerationReport generateAgain() {
        return generated.again();
    }

    /** Generates from the specification with texts replaced by others, as after an edit of it. */
    GenerationReport generateWith(Map<String, String> edits) {
        return generated.with(edits);
    }

    /** Takes in what the operator's own files say now. */
    void reconnect() {
        patroni.close();
        patroni = patroniClient().build();
    }

    private void start() {
        // Not one after the other: the members of a new etcd are ready only together.
        List<Unit> etcd = nodes(NodeRole.ETCD).stream()
                .map(node -> host(node).unit("etcd.service").startSoon())
                .toList();
        etcd.forEach(unit -> unit.awaitActive(BOOT));
        List<Node> members = nodes(NodeRole.POSTGRESQL);
        Host first = host(members.get(0));
        first.unit("patroni.service").enableNow();
        Eventually.holds(BOOT, () -> assertThat(leader()).isEqualTo(first.name()));
        for (Node other : members.subList(1, members.size())) {
            host(other).unit("patroni.service").enableNow();
        }
        members.forEach(node -> host(node).unit("pgbouncer.service").enableNow());
        nodes(NodeRole.HAPROXY)
                .forEach(node -> host(node).unit("haproxy.service").enableNow());
        awaitHealthy(BOOT);
    }

    /** The units that the bundle brings to a host and that run all the time. */
    List<Unit> units(Host host) {
        return generated.manifest().files().stream()
                .filter(file -> host.name().equals(file.node()))
                .map(file -> String.valueOf(file.path()))
                .filter(path -> path.startsWith("/etc/systemd/system/") && path.endsWith(".service"))
                .map(path -> host.unit(path.substring(path.lastIndexOf('/') + 1)))
                .toList();
    }

    /** The services of a host with their commands, in the order of start. */
    List<NodeService> services(Host host) {
        return generated.manifest().services().stream()
                .filter(service -> service.node().equals(host.name()))
                .toList();
    }

    /** Starts a unit that systemd has given up, as a person would. */
    static void revive(Unit unit) {
        if (!unit.isActive()) {
            unit.resetFailed().start();
        }
    }

    /** Waits until all members replicate and every entrance leads to a server. */
    void awaitHealthy(Duration within) {
        Eventually.holds(within, () -> {
            ClusterState state = patroni.cluster();
            assertThat(state.members()).hasSize(nodes(NodeRole.POSTGRESQL).size());
            Member leader = state.leader().orElseThrow();
            assertThat(state.members())
                    .filteredOn(member -> !member.isLeader())
                    .allMatch(Member::isStreaming)
                    .allMatch(member -> member.timeline().equals(leader.timeline()));
            assertThat(state.members())
                    .filteredOn(member -> member.role().kind() == Role.Kind.SYNC_STANDBY)
                    .hasSize(1);
            for (Node balancer : nodes(NodeRole.HAPROXY)) {
                for (int port : List.of(writePort(), readPort())) {
                    try (Connection connection = infobase().connect(address(balancer), port)) {
                        assertThat(connection.isValid(2)).isTrue();
                    }
                }
            }
        });
    }

    /** This machine's address in the clients' network of the specification. */
    String client() {
        return addressOfThisMachine("10.1");
    }

    /** This machine's address in the administrators' network. */
    String administrator() {
        return addressOfThisMachine("20.1");
    }

    /** An address of this machine in none of the specification's networks. */
    String stranger() {
        return addressOfThisMachine("90.1");
    }

    /** The specifications lay their networks out alike, each in a {@code /16} of its own. */
    private String addressOfThisMachine(String end) {
        String[] node = address(cluster().nodes().get(0)).split("\\.");
        return node[0] + "." + node[1] + "." + end;
    }

    Generated generated() {
        return generated;
    }

    Cluster cluster() {
        return generated.cluster();
    }

    PatroniClient patroni() {
        return patroni;
    }

    List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    List<Node> nodes(NodeRole role) {
        return cluster().nodesWith(role);
    }

    Host host(Node node) {
        return host(node.name().toString());
    }

    Host host(String name) {
        return Objects.requireNonNull(hosts.get(name), name);
    }

    Node node(String name) {
        return cluster().nodes().stream()
                .filter(node -> node.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    DebianRelease release() {
        return release;
    }

    /** The version of Patroni that the hosts run, as the model knows it. */
    PatroniVersion patroniVersion() {
        return PatroniVersion.parse(cluster().platform().os().patroni().toString())
                .orElseThrow();
    }

    /** Whether the Patroni of the hosts has the feature. */
    boolean has(Feature feature) {
        return feature.isIn(patroniVersion());
    }

    /** Whether the Patroni of the hosts is this release or a later one. */
    boolean isSince(int major, int minor) {
        return patroniVersion().compareTo(new PatroniVersion(major, minor, 0)) >= 0;
    }

    /** The names of the members. */
    List<String> members() {
        return nodes(NodeRole.POSTGRESQL).stream()
                .map(node -> node.name().toString())
                .toList();
    }

    /** The names of all members but the leader. */
    List<String> standbys() {
        String leader = leader();
        return members().stream().filter(name -> !name.equals(leader)).toList();
    }

    /** The name of the standby that the primary waits for. */
    String synchronousStandby() {
        return standby(Role.Kind.SYNC_STANDBY);
    }

    /** The name of the standby that the primary does not wait for. */
    String asynchronousStandby() {
        return standby(Role.Kind.REPLICA);
    }

    private String standby(Role.Kind kind) {
        return patroni.cluster().members().stream()
                .filter(member -> member.role().kind() == kind)
                .map(Member::name)
                .findFirst()
                .orElseThrow();
    }

    /** The name of the member that holds the leader's lock. */
    String leader() {
        return patroni.cluster().leader().orElseThrow().name();
    }

    URI api(Node node) {
        return URI.create("https://" + address(node) + ":" + cluster().patroni().port());
    }

    URI api(String member) {
        return api(node(member));
    }

    String address(String member) {
        return address(node(member));
    }

    static String address(Node node) {
        return node.address().toString();
    }

    int writePort() {
        return cluster().access().writePort();
    }

    int readPort() {
        return cluster().access().readPort();
    }

    /** The intervals that the model chose for the cluster. */
    Timing timing() {
        return Timing.of(cluster());
    }

    /** The longest interruption of writing that the model admits after the leader's host is lost. */
    Duration worstCase() {
        return timing().worstCase(cluster());
    }

    /** The login of the infobase's role from the clients' network. */
    Login infobase() {
        return new Login(
                client(),
                INFOBASE,
                generated.password("role-" + INFOBASE),
                INFOBASE,
                generated.operator("ca.pem"),
                "verify-full");
    }

    /** The login of the superuser from the administrators' network. */
    Login superuser() {
        String name = cluster().postgresql().superuser();
        return new Login(
                administrator(),
                name,
                generated.password("superuser"),
                "postgres",
                generated.operator("ca.pem"),
                "verify-full");
    }

    @Override
    public void close() {
        patroni.close();
        hosts.values().forEach(Host::close);
        lab.close();
    }
}
