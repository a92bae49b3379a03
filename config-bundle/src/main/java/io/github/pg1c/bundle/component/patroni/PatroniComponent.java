package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Sources;
import io.github.pg1c.bundle.component.etcd.EtcdComponent;
import io.github.pg1c.bundle.component.etcd.ExternalEtcdComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlComponent;
import io.github.pg1c.bundle.component.postgresql.PostgresqlRoles;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.Directory.Rule;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.bundle.part.Listener.Security;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.part.SecretsPart.Login;
import io.github.pg1c.bundle.part.SecretsPart.OperatorAccess;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.report.Tier;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.derived.ServicePort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Patroni: beside each PostgreSQL. */
public final class PatroniComponent implements Component {

    /** Name of its service. */
    public static final String NAME = "patroni";
    /** User of its REST API for requests that change something. */
    private static final String REST_USER = "patroni";
    /** Purpose of its REST API's certificate. */
    private static final String REST_PURPOSE = "PATRONI_REST";

    static final Need RELOAD = Need.reload(NAME);
    static final Need RESTART = Need.restart(NAME);

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        String user = context.layout().postgresUser();
        NodePart.Builder part = NodePart.builder(node.name())
                .file(PatroniConfig.file(context, node))
                .file(PatroniBootstrap.shared(context))
                .file(PatroniUnit.file(context, node))
                .file(PatronictlCommand.file(context))
                .directoryOf(PatroniPaths.CONFIG)
                .directory(Rule.OWN, "0750", user, PatroniPaths.TLS)
                .user(user)
                .service(Service.of(NAME, Text.same("Patroni"), PatroniPaths.TLS, OnTheLeader.SWITCHOVER)
                        .sharing(PatronictlCommand.applyShared(context, context.timing())))
                .service(server(context, node))
                .listener(restApi(context, node));
        Sources.declare(
                context,
                part,
                Origins.of(context.cluster()).patroni(),
                context.cluster().programs().patroni(),
                Map.of(context.layout().patroniBinary(), NAME, context.layout().patronictlBinary(), NAME),
                context.cluster().platform().os().family().patroniPackages());
        String logs = context.cluster().patroni().log().directory();
        if (logs != null && !logs.equals(context.layout().logDirectory())) {
            part.directory(Rule.DISK, "0750", user, logs);
        }
        PatroniUnit.watchdogRule(context).ifPresent(part::file);
        PatroniUnit.watchdog(context).ifPresent(part::device);
        certificates(context, node, user, part);
        return part.secret(PatroniPaths.ENVIRONMENT, user, RESTART, environment(context))
                .build();
    }

    /** A reload makes Patroni read its trusted certificates again only when its own certificate has changed. */
    @Override
    public SecretsPart secrets() {
        return new SecretsPart(
                List.of(),
                List.of(new OperatorAccess(
                        Certificates.operator(Certificates.CLUSTER_AUTHORITY, "OPERATOR", "patroni-client"),
                        Certificates.operatorFile("ca.pem"),
                        Optional.of(new Login(REST_USER, PasswordNames.REST_API)))),
                Set.of(REST_PURPOSE));
    }

    /** Patroni starts PostgreSQL. */
    @Override
    public List<String> services() {
        return List.of(NAME, PostgresqlComponent.NAME);
    }

    @Override
    public List<Tier> tiers(DocumentContext context) {
        return List.of(new Tier(
                MemberServices.title(context),
                context.postgresql(),
                context.endpoints().trafficPort() + ", REST "
                        + context.cluster().patroni().port()));
    }

    @Override
    public List<Section> sections() {
        return Stream.of(PatroniSections.sections(), DecommissionSections.sections(), SecondSiteChapter.sections())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return PatroniEntries.entries(context);
    }

    @Override
    public List<HostGroup> groups(DocumentContext context) {
        return List.of(PatroniPlays.group(context));
    }

    @Override
    public List<Play> plays(DocumentContext context) {
        return PatroniPlays.plays(context);
    }

    /** PostgreSQL, which Patroni starts, stops and configures: its restarts and reloads are Patroni's. */
    private static Service server(PlanContext context, Node node) {
        return new Service(
                PostgresqlComponent.NAME,
                Text.same("PostgreSQL"),
                NAME,
                "systemctl reload " + NAME,
                PatronictlCommand.of(context, "restart", node.name() + " --pending --force"),
                "",
                "",
                OnTheLeader.SWITCHOVER);
    }

    private static Listener restApi(PlanContext context, Node node) {
        Cluster cluster = context.cluster();
        return Listener.of(NAME, ServicePort.PATRONI, cluster, node, Security.MUTUAL_TLS, "HTTPS (Patroni)")
                .from(
                        cluster.nodesWith(NodeRole.POSTGRESQL),
                        50,
                        Text.of("leader race, failsafe mode, patronictl", "выборы лидера, режим failsafe, patronictl"))
                .from(
                        ClientEndpoints.proxies(cluster),
                        60,
                        Text.of("health checks: who is leader", "проверки: кто сейчас лидер"))
                .from(
                        Group.ADMINISTRATORS,
                        cluster,
                        100,
                        Text.of(
                                "Patroni's REST API with a client certificate",
                                "REST API Patroni по сертификату клиента"));
    }

    private static void certificates(PlanContext context, Node node, String user, NodePart.Builder part) {
        String name = node.name().toString();
        String etcdClient = PatroniPaths.TLS + "/etcd-client";
        String rest = PatroniPaths.TLS + "/rest";
        String client = PatroniPaths.TLS + "/patroni-client";
        String cluster = Certificates.CLUSTER_AUTHORITY;
        if (!context.cluster().etcd().external().used()) {
            part.open(PatroniPaths.TLS + "/etcd-ca.pem", user, RELOAD, new Trusted(EtcdComponent.NAME))
                    .certificate(
                            etcdClient,
                            user,
                            RELOAD,
                            Certificates.of(
                                    EtcdComponent.NAME,
                                    "PATRONI_ETCD_CLIENT",
                                    node,
                                    etcdClient,
                                    "",
                                    Certificates.name(node)));
        }
        part.open(PatroniPaths.CA, user, RELOAD, new Trusted(cluster))
                .certificate(
                        rest,
                        user,
                        RELOAD,
                        Certificates.of(cluster, REST_PURPOSE, node, rest, name, Certificates.local(node)))
                .certificate(
                        client,
                        user,
                        RELOAD,
                        Certificates.of(cluster, "PATRONI_CLIENT", node, client, name, Certificates.name(node)));
        StandbyCluster.certificates(context, user, part);
        if (context.lists().has(cluster)) {
            part.open(
                    PatroniPaths.REVOKED, user, RELOAD, new SecretContent.Revoked(cluster, SecretContent.Encoding.PEM));
        }
    }

    /**
     * Patroni's users and passwords, read by systemd and by a shell alike.
     *
     * @see <a href="https://patroni.readthedocs.io/en/latest/ENVIRONMENT.html">Patroni: environment</a>
     */
    private static ComposedText environment(PlanContext context) {
        ComposedText text = SecretContent.text();
        for (List<String> user : List.of(
                List.of("SUPERUSER", context.cluster().postgresql().superuser(), PasswordNames.SUPERUSER),
                List.of("REPLICATION", PostgresqlRoles.REPLICATION, PasswordNames.REPLICATION),
                List.of("REWIND", PostgresqlRoles.REWIND, PasswordNames.REWIND),
                List.of("RESTAPI", REST_USER, PasswordNames.REST_API))) {
            String prefix = "PATRONI_" + user.get(0);
            text = text.plain(prefix + "_USERNAME=\"" + Quoting.SHELL.quote(user.get(1)) + "\"\n" + prefix
                            + "_PASSWORD=\"")
                    .password(user.get(2), Quoting.SHELL)
                    .plain("\"\n");
        }
        String etcd = context.cluster().etcd().external().user();
        // Patroni looks for user and password only where another variable of the section is there.
        return etcd == null
                ? text
                : text.plain("PATRONI_ETCD3_PROTOCOL=\"https\"\nPATRONI_ETCD3_USERNAME=\"" + Quoting.SHELL.quote(etcd)
                                + "\"\nPATRONI_ETCD3_PASSWORD=\"")
                        .given(ExternalEtcdComponent.LOGIN, Quoting.SHELL)
                        .plain("\"\n");
    }
}
