package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Traffic;
import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.document.Entry;
import io.github.pg1c.bundle.part.Directory;
import io.github.pg1c.bundle.part.Directory.Rule;
import io.github.pg1c.bundle.part.Listener;
import io.github.pg1c.bundle.part.Listener.Group;
import io.github.pg1c.bundle.part.Listener.Security;
import io.github.pg1c.bundle.part.NodePart;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.bundle.runbook.Section;
import io.github.pg1c.bundle.setting.Need;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.derived.ServicePort;
import java.util.List;

/** PostgreSQL, which Patroni starts, stops and configures: its restarts and reloads are Patroni's. */
public final class PostgresqlComponent implements Component {

    /** Name of its service. */
    public static final String NAME = "postgresql";

    @Override
    public boolean on(PlanContext context, Node node) {
        return node.has(NodeRole.POSTGRESQL);
    }

    @Override
    public NodePart part(PlanContext context, Node node) {
        String user = context.layout().postgresUser();
        String certificate = PostgresqlPaths.TLS + "/postgresql";
        NodePart.Builder part = NodePart.builder(node.name())
                .file(DatabaseScripts.databases(context, node))
                .file(DatabaseScripts.postBootstrap(context))
                .secret(PostgresqlPaths.ROLES, user, Need.MANUAL, PostgresqlRoles.sql(context.cluster()))
                .certificate(
                        certificate,
                        user,
                        Need.reload(NAME),
                        Certificates.of(
                                Certificates.CLUSTER_AUTHORITY,
                                "POSTGRESQL_SERVER",
                                node,
                                certificate,
                                node.name().toString(),
                                Certificates.entrances(context, node)))
                .user(user)
                .install(context.layout().packages().packages())
                .rival(context.layout().packages().unit())
                .listener(listener(context.cluster(), node));
        for (String program : List.of("postgres", "initdb", "psql", "pg_basebackup", "pg_rewind")) {
            part.program(
                    context.layout().packages().serverPackage(),
                    context.layout().binDirectory() + "/" + program);
        }
        directories(context.layout(), part);
        locales(context, part);
        return part.build();
    }

    @Override
    public List<Section> sections() {
        return PostgresqlSections.sections();
    }

    @Override
    public List<Entry> entries(DocumentContext context) {
        return PostgresqlEntries.entries(context);
    }

    private static Listener listener(Cluster cluster, Node node) {
        Listener server = Listener.of(NAME, ServicePort.POSTGRESQL, cluster, node, Security.TLS, Traffic.PROTOCOL)
                .from(
                        cluster.nodesWith(NodeRole.POSTGRESQL),
                        40,
                        Text.of("replication, pg_basebackup, pg_rewind", "репликация, pg_basebackup, pg_rewind"))
                .from(Group.ADMINISTRATORS, cluster, 110, Text.of("superuser by psql", "суперпользователь через psql"));
        if (cluster.roles().stream().anyMatch(DatabaseRole::monitoring)) {
            server = server.from(
                    Group.MONITORING, cluster, 130, Text.of("PostgreSQL's statistics views", "статистика PostgreSQL"));
        }
        return cluster.access().pooled()
                ? server
                : Traffic.to(
                        server, cluster, Text.of("clients' sessions to PostgreSQL", "сеансы клиентов к PostgreSQL"));
    }

    private static void directories(Layout layout, NodePart.Builder part) {
        String user = layout.postgresUser();
        // Patroni renames and removes the data directory before a new copy, so its user owns the parent, too.
        part.directory(Rule.MAKE, "0755", user, Directory.parent(layout.dataDirectory()))
                .directory(Rule.DATA, "0700", user, layout.dataDirectory())
                .directory(Rule.MAKE, "0750", user, layout.logDirectory());
        String wal = layout.walDirectory();
        if (wal != null) {
            part.directory(Rule.MAKE, "0755", user, Directory.parent(wal)).directory(Rule.DATA, "0700", user, wal);
        }
        String config = layout.configDirectory();
        if (config != null) {
            part.directory(Rule.MAKE, "0755", user, config);
        }
        // The unit makes a directory below /run at each start.
        if (!layout.socketDirectory().startsWith("/run/")) {
            part.directory(Rule.MAKE, "0755", user, layout.socketDirectory());
        }
    }

    /** Locales that initdb and CREATE DATABASE need, and the locale of the server's messages. */
    private static void locales(PlanContext context, NodePart.Builder part) {
        part.locale("en_US.UTF-8").locale(context.cluster().postgresql().locale());
        for (Database database : context.cluster().databases()) {
            String locale = database.locale();
            if (locale != null) {
                part.locale(locale);
            }
        }
    }
}
