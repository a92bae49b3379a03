package io.github.pg1c.bundle.component.pgbouncer;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Sources;
import io.github.pg1c.bundle.component.Traffic;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.Directory.Rule;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Security;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.Quoting;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.ComposedText;
import io.github.pg1c.bundle.part.SecretContent.Trusted;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.part.Service.OnTheLeader;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.derived.ServicePort;
import java.util.List;
import java.util.Map;

/** PgBouncer: in front of each PostgreSQL, unless the specification switches it off. */
public final class PgbouncerComponent implements Component {

    /** Name of its service. */
    public static final String NAME = "pgbouncer";

    static final Need RELOAD = Need.reload(NAME);
    static final Need RESTART = Need.restart(NAME);

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL) && context.cluster().access().pooled();
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        String user = context.layout().pgbouncerUser();
        String server = PgbouncerPaths.TLS + "/server";
        NodePart.Builder part = NodePart.builder(node.name())
                .file(PgbouncerConfig.file(context, node))
                .file(PgbouncerAccess.file(context))
                .file(PgbouncerUnit.file(context, node))
                .secret(PgbouncerPaths.USERS, user, RELOAD, users(context))
                .open(PgbouncerPaths.TLS + "/ca.pem", user, RELOAD, new Trusted(Certificates.CLUSTER_AUTHORITY))
                .certificate(
                        server,
                        user,
                        RELOAD,
                        Certificates.of(
                                Certificates.CLUSTER_AUTHORITY,
                                "PGBOUNCER_SERVER",
                                node,
                                server,
                                node.name().toString(),
                                Certificates.entrances(context, node)))
                .directoryOf(PgbouncerPaths.CONFIG)
                .directory(Rule.OWN, "0750", user, PgbouncerPaths.TLS)
                .user(user)
                .service(Service.of(NAME, Text.same("PgBouncer"), PgbouncerPaths.TLS, OnTheLeader.SWITCHOVER))
                .listener(Traffic.to(
                        Listener.of(
                                NAME, ServicePort.PGBOUNCER, context.cluster(), node, Security.TLS, Traffic.PROTOCOL),
                        context.cluster(),
                        Text.of("clients' sessions to PgBouncer", "сеансы клиентов к PgBouncer")));
        Sources.declare(
                context,
                part,
                Origins.of(context.cluster()).pgbouncer(),
                context.cluster().programs().pgbouncer(),
                Map.of(context.layout().pgbouncerBinary(), NAME),
                List.of(NAME));
        if (PgbouncerUnit.asksForItsAddress(context.layout())) {
            String iproute = context.cluster().platform().os().family().iproutePackage();
            part.tools(List.of(iproute)).program(PgbouncerUnit.IP, Text.of("package " + iproute, "пакет " + iproute));
        }
        return part.build();
    }

    @Override
    public List<String> services() {
        return List.of(NAME);
    }

    @Override
    public List<Section> sections() {
        return PgbouncerSections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return PgbouncerEntries.entries(context);
    }

    /**
     * PgBouncer's list of users.
     *
     * @see <a href="https://www.pgbouncer.org/config.html#authentication-file-format">PgBouncer: authentication file
     *     format</a>
     */
    private static ComposedText users(PlanContext context) {
        ComposedText text = SecretContent.text();
        for (DatabaseRole role : context.cluster().roles()) {
            text = text.plain('"' + Quoting.DOUBLED.quote(role.name().value()) + "\" \"")
                    .verifier(PasswordNames.ofRole(role.name()), Quoting.DOUBLED)
                    .plain("\"\n");
        }
        return text;
    }
}
