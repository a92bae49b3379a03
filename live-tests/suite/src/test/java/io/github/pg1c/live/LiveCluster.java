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
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Pooling;
import io.github.pg1c.model.derived.Timing;
import io.github.pg1c.model.derived.VirtualAddress;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** The cluster of a specification, generated, installed and started on test hosts in the order of its runbook. */
public final class LiveCluster implements AutoCloseable {

    /** Patroni's processes, as pgrep finds them by their command line. */
    static final String PATRONI = "/usr/bin/patroni ";

    /** The role and the database of the 1C infobase in the specification. */
    static final String INFOBASE = "zup";

    /** Limit for making a database cluster and copying it twice, on a slow machine. */
    private static final Duration BOOT = Duration.ofMinutes(3);

    private final DebianRelease release;
    private final GeneratedFiles generated;
    private final Lab lab;
    private final Map<String, Host> hosts = new LinkedHashMap<>();
    private PatroniClient patroni;

    private LiveCluster(DebianRelease release, GeneratedFiles generated, Lab lab) {
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

    /** A client with the password of the REST API, which may change the cluster; the caller closes it. */
    PatroniClient patroniOperator() {
        return patroniClient()
                .basicAuth("patroni", Secret.of(generated.password("restapi")))
                .build();
    }

    /** Boots the cluster of the specification on hosts of the release that is its platform. */
    static LiveCluster boot(Path specification, Path work) {
        return on(specification, work, (release, live) -> {
            live.boot(DebianRoot.of(release, System.getenv(), work.resolveSibling("root")));
            live.installAndStart();
        });
    }

    /**
     * Boots the hosts of the specification with their packages and installs nothing.
     *
     * @param given what others issue, by its place in the secrets store
     */
    static LiveCluster withGiven(Path specification, Path work, Map<String, String> given) {
        return on(
                specification,
                work,
                given,
                (release, live) -> live.boot(DebianRoot.of(release, System.getenv(), work.resolveSibling("root"))));
    }

    /** A further host, which is none of the cluster's, booted. */
    Host outsider(Path roots, String name, String address) {
        return lab.host(DebianRoot.of(release, System.getenv(), roots), name, address)
                .boot();
    }

    /**
     * Boots another cluster on further hosts of a laboratory, whose machine has the same addresses for both.
     *
     * @param work directory of the cluster; what is in it stays, as secrets that were brought
     */
    static LiveCluster beside(LiveCluster other, Path specification, Path work) {
        GeneratedFiles generated = GeneratedFiles.from(specification, work.toAbsolutePath());
        LiveCluster live = new LiveCluster(other.release, generated, other.lab);
        try {
            live.bootHosts(DebianRoot.of(other.release, System.getenv(), work.resolveSibling("root")));
            live.installAndStart();
        } catch (RuntimeException | Error e) {
            live.closeBeside();
            throw e;
        }
        return live;
    }

    /** Boots the hosts of the specification as somebody installed them, without anything of the cluster. */
    public static LiveCluster bare(Path specification, Path work, DebianRoot root) {
        return on(specification, work, (release, live) -> live.boot(root));
    }

    private static LiveCluster on(Path specification, Path work, BiConsumer<DebianRelease, LiveCluster> hosts) {
        return on(specification, work, Map.of(), hosts);
    }

    private static LiveCluster on(
            Path specification, Path work, Map<String, String> given, BiConsumer<DebianRelease, LiveCluster> hosts) {
        Command.run("rm", "-rf", work.toString()).orThrow();
        given.forEach((place, text) -> GeneratedFiles.give(work, place, text));
        GeneratedFiles generated = GeneratedFiles.from(specification, work.toAbsolutePath());
        DebianRelease release =
                DebianRelease.of(generated.cluster().platform().os().id());
        LiveCluster live = new LiveCluster(release, generated, Lab.open(work.resolve("hosts")));
        try {
            NotShown.report(work.resolveSibling("not-shown.txt"));
            hosts.accept(release, live);
        } catch (RuntimeException | Error e) {
            live.close();
            throw e;
        }
        return live;
    }

    private void boot(DebianRoot root) {
        lab.plugMachine(surroundings().addresses(), administrator());
        bootHosts(root);
    }

    private void bootHosts(DebianRoot root) {
        for (Node node : cluster().nodes()) {
            String name = node.name().toString();
            hosts.put(name, lab.host(root, name, address(node), surroundings().disks(node)));
        }
        Lab.inParallel(hosts.values(), Host::boot);
    }

    /** Prepares and installs every host by the commands of the runbook, and starts the services in its order. */
    public void installAndStart() {
        Lab.inParallel(hosts.values(), host -> {
            prepare(host).orThrow();
            install(host).orThrow();
        });
        start();
    }

    /** Brings the node its files and secrets and runs its installer, by the commands of the runbook. */
    public Output install(Host host) {
        return byHand("delivery", host);
    }

    /** Prepares the host by the commands of the runbook. */
    public Output prepare(Host host) {
        return byHand("preparation", host);
    }

    /** Runs the first block of a chapter that connects to the host, as it is printed. */
    private Output byHand(String chapter, Host host) {
        String address = "@" + address(node(host.name())) + "\"";
        String commands = generated.commands(chapter).stream()
                .filter(block -> block.contains(address))
                .findFirst()
                .orElseThrow();
        return asAdministrator(commands);
    }

    /** Runs commands on the administrator's machine, in the directory of the runbook. */
    Output asAdministrator(String commands, String... variables) {
        List<String> all = new ArrayList<>(List.of(variables));
        all.add("PG1C_SECRETS=" + generated.secrets());
        return lab.shell(generated.bundle(), all, commands);
    }

    /**
     * Fetches the packages that the hosts lack, as the runbook says, where there is a network.
     *
     * @param wheels directory of what pip finds there
     * @param archives what is put there by hand
     */
    public Path packages(DebianRoot root, Path wheels, List<Path> archives, Path work) {
        return root.fetch(generated.bundle().resolve("fetch.sh"), wheels, archives, System.getenv(), work);
    }

    /** The playbook of the bundle that was generated last. */
    public Playbook playbook() {
        return lab.playbook(generated.bundle(), generated.secrets());
    }

    /** The certificates of the cluster, as the operator works on them. */
    ClusterPki pki() {
        return ClusterPki.of(cluster(), generated.secrets().resolveSibling(""));
    }

    /** Generates again after a change of the secrets. */
    GenerationReport generateAgain() {
        return generated.again();
    }

    /** Generates from the specification with texts replaced by others, as after an edit of it. */
    GenerationReport generateWith(Map<String, String> edits) {
        return generated.with(edits);
    }

    /** Reads the operator's files again. */
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
        if (cluster().access().pooling() != Pooling.OFF) {
            members.forEach(node -> host(node).unit("pgbouncer.service").enableNow());
        }
        nodes(NodeRole.HAPROXY)
                .forEach(node -> host(node).unit("haproxy.service").enableNow());
        if (VirtualAddress.in(cluster())) {
            nodes(NodeRole.HAPROXY)
                    .forEach(node -> host(node).unit("keepalived.service").enableNow());
        }
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

    /** Starts a unit that systemd no longer restarts, as a person would. */
    static void revive(Unit unit) {
        if (!unit.isActive()) {
            unit.resetFailed().start();
        }
    }

    /** Waits until all members replicate and every entrance leads to a server. */
    public void awaitHealthy(Duration within) {
        Eventually.holds(within, () -> ClusterHealth.assertHealthy(this));
    }

    /** This machine's address in the clients' network. */
    public String client() {
        return surroundings().client();
    }

    /** This machine's address in the administrators' network. */
    String administrator() {
        return surroundings().administrator();
    }

    /** An address of this machine outside of the specification's networks. */
    String stranger() {
        return surroundings().stranger();
    }

    /** Mount point of the disk that holds a member's WAL. */
    String walDisk() {
        return surroundings().walDisk();
    }

    private Surroundings surroundings() {
        return new Surroundings(cluster());
    }

    public GeneratedFiles generated() {
        return generated;
    }

    public Cluster cluster() {
        return generated.cluster();
    }

    public PatroniClient patroni() {
        return patroni;
    }

    public List<Host> hosts() {
        return List.copyOf(hosts.values());
    }

    public List<Node> nodes(NodeRole role) {
        return cluster().nodesWith(role);
    }

    public Host host(Node node) {
        return host(node.name().toString());
    }

    public Host host(String name) {
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

    /** Whether Patroni on the hosts has the feature. */
    boolean has(Feature feature) {
        return feature.isIn(patroniVersion());
    }

    /** Whether Patroni on the hosts is this release or a later one. */
    boolean isSince(int major, int minor) {
        return patroniVersion().compareTo(new PatroniVersion(major, minor, 0)) >= 0;
    }

    /** The names of the members. */
    public List<String> members() {
        return nodes(NodeRole.POSTGRESQL).stream()
                .map(node -> node.name().toString())
                .toList();
    }

    /** The names of all members but the leader. */
    public List<String> standbys() {
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
    public String leader() {
        ClusterState state = patroni.cluster();
        return state.leader()
                .orElseThrow(() -> new IllegalStateException("nobody leads: " + state))
                .name();
    }

    URI api(Node node) {
        return URI.create("https://" + address(node) + ":" + cluster().patroni().port());
    }

    URI api(String member) {
        return api(node(member));
    }

    public String address(String member) {
        return address(node(member));
    }

    public static String address(Node node) {
        return node.address().toString();
    }

    public int writePort() {
        return cluster().access().writePort();
    }

    int readPort() {
        return cluster().access().readPort();
    }

    /** The intervals that the model chose for the cluster. */
    Timing timing() {
        return Timing.of(cluster());
    }

    /** The model's worst case of the interruption of writing after the loss of the leader's host. */
    Duration worstCase() {
        return timing().worstCase(cluster());
    }

    /** The login of the first database's owner from the clients' network. */
    public Login infobase() {
        Database first = cluster().databases().get(0);
        return login(first.owner().toString(), first.name().toString());
    }

    /** The login of a database's owner of the same name from the clients' network. */
    Login owner(String database) {
        return login(database, database);
    }

    private Login login(String role, String database) {
        return new Login(
                client(),
                role,
                generated.password("role-" + role),
                database,
                generated.operator("ca.pem"),
                "verify-full");
    }

    /** The login of the superuser from the administrators' network. */
    public Login superuser() {
        String name = cluster().postgresql().superuser();
        return new Login(
                administrator(),
                name,
                generated.password("superuser"),
                "postgres",
                generated.operator("ca.pem"),
                "verify-full");
    }

    /** Ends the cluster and leaves the laboratory to the other one. */
    void closeBeside() {
        patroni.close();
        hosts.values().forEach(Host::close);
    }

    @Override
    public void close() {
        patroni.close();
        hosts.values().forEach(Host::close);
        lab.close();
    }
}
