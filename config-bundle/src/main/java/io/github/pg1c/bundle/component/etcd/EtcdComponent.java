package io.github.pg1c.bundle.component.etcd;

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
import io.github.pg1c.bundle.part.SecretContent.Encoding;
import io.github.pg1c.bundle.part.SecretContent.Revoked;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.part.SecretsPart.Authority;
import io.github.pg1c.bundle.part.SecretsPart.OperatorAccess;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.report.Tier;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.platform.OsFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** etcd: a member on each node with the role. */
public final class EtcdComponent implements Component {

    /** Name of its service and of its authority, which issues certificates for etcd and its clients only. */
    public static final String NAME = "etcd";

    private static final String CLIENT_PURPOSE = "ETCD_CLIENT";

    static final Need RESTART = Need.restart(NAME);

    @Override
    public boolean in(Cluster cluster) {
        return !cluster.etcd().external().used();
    }

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.ETCD);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        String user = context.layout().etcdUser();
        NodePart.Builder part = NodePart.builder(node.name())
                .file(EtcdConfig.file(context, node))
                .file(EtcdUnit.file(context))
                .file(EtcdctlCommand.file(context))
                .directoryOf(EtcdPaths.CONFIG)
                .directory(Rule.OWN, "0750", user, EtcdPaths.TLS)
                .directory(Rule.DATA, "0700", user, context.layout().etcdDataDirectory())
                .user(user)
                .service(Service.withoutReload(NAME, Text.same("etcd"), EtcdPaths.TLS));
        OsFamily family = context.cluster().platform().os().family();
        Sources.declare(
                context,
                part,
                Origins.of(context.cluster()).etcd(),
                context.cluster().programs().etcd(),
                Map.of(
                        context.layout().etcdBinary(),
                        family.etcdPackage(),
                        context.layout().etcdctlBinary(),
                        family.etcdctlPackage()),
                family.etcdPackages());
        secrets(context, node, user, part);
        EtcdListeners.of(context, node).forEach(part::listener);
        return part.build();
    }

    @Override
    public SecretsPart secrets() {
        return new SecretsPart(
                List.of(new Authority(NAME, Set.of(CLIENT_PURPOSE))),
                List.of(new OperatorAccess(
                        Certificates.operator(NAME, CLIENT_PURPOSE, "etcd-client"),
                        Certificates.operatorFile("etcd-ca.pem"),
                        Optional.empty())),
                Set.of());
    }

    @Override
    public List<String> services() {
        return List.of(NAME);
    }

    @Override
    public List<Tier> tiers(DocumentContext context) {
        return List.of(new Tier(
                Text.of("etcd: who is the leader", "etcd: кто лидер"),
                context.nodes(NodeRole.ETCD),
                context.cluster().etcd().clientPort() + " / "
                        + context.cluster().etcd().peerPort()));
    }

    @Override
    public List<Section> sections() {
        return EtcdSections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return EtcdEntries.entries(context);
    }

    @Override
    public List<HostGroup> groups(DocumentContext context) {
        return List.of(EtcdPlays.group(context));
    }

    @Override
    public List<Play> plays(DocumentContext context) {
        return EtcdPlays.plays(context);
    }

    /** etcd reads a certificate, its key and the revocation list at every handshake, and the authority at its start. */
    private static void secrets(PlanContext context, Node node, String user, NodePart.Builder part) {
        String name = node.name().toString();
        List<String> local = Certificates.local(node);
        part.open(EtcdPaths.CA, user, RESTART, new Trusted(NAME))
                .certificate(
                        EtcdPaths.TLS + "/server",
                        user,
                        Need.NOTHING,
                        certificate("ETCD_SERVER", node, EtcdPaths.TLS + "/server", name, local))
                .certificate(
                        EtcdPaths.TLS + "/peer",
                        user,
                        Need.NOTHING,
                        certificate("ETCD_PEER", node, EtcdPaths.TLS + "/peer", name, local))
                .certificate(
                        EtcdPaths.CLIENT,
                        "root",
                        Need.NOTHING,
                        certificate(CLIENT_PURPOSE, node, EtcdPaths.CLIENT, "root", List.of()));
        if (context.lists().has(NAME)) {
            part.open(EtcdPaths.REVOKED, user, Need.NOTHING, new Revoked(NAME, Encoding.DER));
        }
    }

    private static NodeCertificate certificate(
            String purpose, Node node, String path, String commonName, List<String> names) {
        return Certificates.of(NAME, purpose, node, path, commonName, names);
    }
}
