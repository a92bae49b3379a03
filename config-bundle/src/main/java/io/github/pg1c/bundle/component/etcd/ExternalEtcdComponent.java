package io.github.pg1c.bundle.component.etcd;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Sources;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.Destination;
import io.github.pg1c.bundle.part.Directory.Rule;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.Probe;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.RenderedFile;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.bundle.text.LineText;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.etcd.ExternalEtcd;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.value.AuthorityCertificates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An etcd cluster that others operate: on each database node the identity for it, etcdctl, and a program that asks
 * whether the cluster can use it.
 */
public final class ExternalEtcdComponent implements Component {

    /** Name of the certificate and of the password in the secrets store. */
    public static final String LOGIN = "etcd";

    @Override
    public boolean in(Cluster cluster) {
        return cluster.etcd().external().used();
    }

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        ExternalEtcd external = context.cluster().etcd().external();
        String user = context.layout().postgresUser();
        String trusted = Objects.requireNonNull(external.caCertificate()).value();
        List<String> inputs = new ArrayList<>(List.of(EtcdPaths.CHECK, EtcdPaths.CA));
        NodePart.Builder part = NodePart.builder(node.name())
                .file(authorities(context, external))
                .file(EtcdctlCommand.file(context))
                .file(EtcdCheck.file(context, node))
                .directoryOf(EtcdPaths.CONFIG)
                .directory(Rule.OWN, "0750", user, EtcdPaths.TLS)
                .user(user);
        OsFamily family = context.cluster().platform().os().family();
        Sources.declare(
                context,
                part,
                Origins.of(context.cluster()).etcd(),
                context.cluster().programs().etcd(),
                Map.of(context.layout().etcdctlBinary(), family.etcdctlPackage()),
                List.of(family.etcdctlPackage()));
        if (external.clientCertificate()) {
            // Read at each new connection. With users etcd's gateway refuses whoever has a common name.
            part.given(EtcdPaths.CLIENT, user, Need.NOTHING, LOGIN, trusted, external.user() != null);
            inputs.addAll(List.of(EtcdPaths.CLIENT + ".pem", EtcdPaths.CLIENT + "-key.pem"));
        }
        String login = external.user();
        if (login != null) {
            part.secret(
                    EtcdPaths.LOGIN,
                    "root",
                    Need.NOTHING,
                    SecretContent.text()
                            .plain("ETCD_USER=\"" + Quoting.SHELL.quote(login) + "\"\nETCD_PASSWORD=\"")
                            .given(LOGIN, Quoting.SHELL)
                            .plain("\"\n"));
            inputs.add(EtcdPaths.LOGIN);
        }
        external.endpoints()
                .forEach(endpoint -> part.destination(new Destination(
                        endpoint.host().toString(),
                        endpoint.port(),
                        external.clientCertificate() ? "gRPC + HTTPS, mTLS (etcd)" : "gRPC + HTTPS (etcd)",
                        Text.of(
                                "state and leader lock, in an etcd outside",
                                "состояние и блокировка лидера во внешнем etcd"))));
        return part.probe(new Probe(EtcdPaths.CHECK, inputs)).build();
    }

    @Override
    public List<Section> sections() {
        return ExternalEtcdSections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return ExternalEtcdEntries.entries(context);
    }

    private static RenderedFile authorities(PlanContext context, ExternalEtcd external) {
        AuthorityCertificates given = Objects.requireNonNull(external.caCertificate());
        LineText file = LineText.lines(
                context,
                "#",
                context.say(
                        "Certificates of the authorities of the etcd that others operate.",
                        "Сертификаты центров того etcd, который ведут другие."),
                Need.NOTHING);
        given.value().lines().forEach(file::line);
        return file.open(EtcdPaths.CA);
    }
}
