package io.github.pg1c.bundle.component.haproxy;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.HostGroup;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Sources;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.Directory.Rule;
import io.github.pg1c.bundle.part.NodeCertificate;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.Encoding;
import io.github.pg1c.bundle.part.SecretContent.Half;
import io.github.pg1c.bundle.part.SecretContent.Issued;
import io.github.pg1c.bundle.part.SecretContent.Revoked;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.report.Tier;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Origins;
import java.util.List;
import java.util.Map;

/** HAProxy: on each node that is an entrance. */
public final class HaproxyComponent implements Component {

    /** Name of its service. */
    public static final String NAME = "haproxy";
    /** Name of the password of the statistics page. */
    public static final String STATISTICS_PASSWORD = "haproxy-stats";

    static final Need RELOAD = Need.reload(NAME);
    static final Need RESTART = Need.restart(NAME);

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.HAPROXY);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        String cluster = Certificates.CLUSTER_AUTHORITY;
        NodePart.Builder part = NodePart.builder(node.name())
                .file(HaproxyConfig.file(context))
                .file(HaproxyUnit.file(context))
                .secret(
                        HaproxyPaths.ENVIRONMENT,
                        "root",
                        RESTART,
                        SecretContent.text()
                                .plain("HAPROXY_STATS_PASSWORD=\"")
                                .password(STATISTICS_PASSWORD, Quoting.SHELL)
                                .plain("\"\n"))
                .open(HaproxyPaths.TLS + "/ca.pem", "root", RELOAD, new Trusted(cluster))
                .secret(
                        HaproxyPaths.TLS + "/client.pem",
                        "root",
                        RELOAD,
                        both(node, "client", "HAPROXY_CLIENT", Certificates.name(node)))
                .secret(
                        HaproxyPaths.TLS + "/server.pem",
                        "root",
                        RELOAD,
                        both(node, "server", "HAPROXY_SERVER", Certificates.entrances(context, node)))
                .directoryOf(HaproxyPaths.CONFIG)
                .directory(Rule.OWN, "0700", "root", HaproxyPaths.TLS)
                .user(context.layout().haproxyUser())
                .service(Service.of(NAME, Text.same("HAProxy"), HaproxyPaths.TLS, OnTheLeader.NOTHING));
        Sources.declare(
                context,
                part,
                Origins.of(context.cluster()).haproxy(),
                context.cluster().programs().haproxy(),
                Map.of(context.layout().haproxyBinary(), NAME),
                List.of(NAME));
        HaproxyListeners.of(context.cluster(), node).forEach(part::listener);
        if (context.lists().has(cluster)) {
            part.open(HaproxyPaths.REVOKED, "root", RELOAD, new Revoked(cluster, Encoding.PEM));
        }
        return part.build();
    }

    @Override
    public List<String> services() {
        return List.of(NAME);
    }

    @Override
    public List<Tier> tiers(DocumentContext context) {
        if (!context.proxied()) {
            return List.of();
        }
        return List.of(new Tier(
                Text.of("HAProxy: entrance of the clients", "HAProxy: точка входа клиентов"),
                context.nodes(NodeRole.HAPROXY),
                context.cluster().access().writePort() + " / "
                        + context.cluster().access().readPort()));
    }

    @Override
    public List<Section> sections() {
        return HaproxySections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return HaproxyEntries.entries(context);
    }

    @Override
    public List<HostGroup> groups(DocumentContext context) {
        return HaproxyPlays.groups(context);
    }

    @Override
    public List<Play> plays(DocumentContext context) {
        return HaproxyPlays.plays(context);
    }

    /** HAProxy takes certificate and key from one file. */
    private static Issued both(Node node, String name, String purpose, List<String> names) {
        NodeCertificate certificate = new NodeCertificate(
                node.name() + "/haproxy-" + name,
                Certificates.CLUSTER_AUTHORITY,
                purpose,
                node.name().toString(),
                names);
        return new Issued(certificate, Half.BOTH);
    }
}
