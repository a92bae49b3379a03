package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.words.Text;
import io.github.pg1c.bundle.ansible.Play;
import io.github.pg1c.bundle.component.Certificates;
import io.github.pg1c.bundle.component.Component;
import io.github.pg1c.bundle.component.Sources;
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
import io.github.pg1c.model.derived.Origins;
import io.github.pg1c.model.derived.ServerExtensions;
import io.github.pg1c.model.derived.ServicePort;
import io.github.pg1c.model.platform.OsFamily;
import io.github.pg1c.model.platform.PostgresqlExtensions;
import io.github.pg1c.model.platform.PostgresqlPackages;
import io.github.pg1c.model.program.ProgramOrigin;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
                .secret(
                        PostgresqlPaths.ROLES,
                        user,
                        Need.MANUAL,
                        PostgresqlRoles.sql(context.cluster(), context.tuning()))
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
                .listener(listener(context.cluster(), node));
        Tablespaces.emptying(context).ifPresent(part::file);
        if (context.cluster().takenOver().isEmpty()
                && !context.cluster().standbyOf().given()) {
            part.file(DatabaseScripts.postBootstrap(context));
        }
        if (context.cluster().takesOver(node)) {
            // The takeover itself ends the service that runs today, at its time.
            part.inherits(NAME).script(TakeoverScript.of(context, node));
        } else {
            part.rival(context.layout().packages().unit());
        }
        programs(context, part);
        libraries(context, part);
        directories(context, node, part);
        locales(context, part);
        return part.build();
    }

    @Override
    public List<Section> sections() {
        return Stream.of(PostgresqlSections.sections(), TakeoverChapter.sections(), PlainServerChapter.sections())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public List<Play> preconditions(DocumentContext context) {
        return TakeoverPlays.preconditions(context);
    }

    @Override
    public List<Play> plays(DocumentContext context) {
        return TakeoverPlays.plays(context);
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
        server = server.from(Group.CERTIFICATES, cluster, 140, Text.of("logins by certificate", "вход по сертификату"))
                .from(Group.RULES, cluster, 150, Text.of("further rules of access", "дополнительные правила доступа"))
                .from(
                        Group.SECOND_SITE,
                        cluster,
                        160,
                        Text.of(
                                "a copy at a second site: replication, pg_basebackup, pg_rewind",
                                "копия на второй площадке: репликация, pg_basebackup, pg_rewind"));
        return cluster.access().pooled()
                ? server
                : Traffic.to(
                        server, cluster, Text.of("clients' sessions to PostgreSQL", "сеансы клиентов к PostgreSQL"));
    }

    private static void programs(PlanContext context, NodePart.Builder part) {
        PostgresqlPackages packages = context.layout().packages();
        ProgramOrigin origin = Origins.of(context.cluster()).postgresql();
        Map<String, String> programs = new LinkedHashMap<>();
        for (String program : List.of("postgres", "initdb", "psql", "pg_basebackup", "pg_rewind")) {
            programs.put(context.layout().binDirectory() + "/" + program, packages.serverPackage());
        }
        Sources.declare(
                context, part, origin, context.cluster().programs().postgresql(), programs, packages.packages());
        OsFamily family = context.cluster().platform().os().family();
        if (origin == ProgramOrigin.PACKAGE && family.postgresqlPackageMakesCluster()) {
            part.early("/etc/postgresql-common/createcluster.conf", "create_main_cluster = false");
        }
    }

    /** Without a library that it loads at its start the server does not start. */
    private static void libraries(PlanContext context, NodePart.Builder part) {
        Cluster cluster = context.cluster();
        PostgresqlPackages packages = context.layout().packages();
        if (Origins.of(cluster).postgresql() == ProgramOrigin.PACKAGE) {
            part.install(ServerExtensions.of(cluster).packages());
        }
        if (!context.layout().binDirectory().equals(packages.binDirectory())) {
            return;
        }
        for (String library : ServerExtensions.of(cluster).libraries()) {
            PostgresqlExtensions.packageOf(
                            library,
                            cluster.postgresql().distribution(),
                            cluster.postgresql().version(),
                            cluster.platform().os().family())
                    .ifPresent(name -> part.program(
                            Directory.parent(packages.binDirectory()) + "/lib/" + library + ".so",
                            Text.of("package " + name, "пакет " + name)));
        }
    }

    private static void directories(PlanContext context, Node node, NodePart.Builder part) {
        Layout layout = context.layout();
        String user = layout.postgresUser();
        if (context.cluster().takesOver(node)) {
            part.directory(Rule.REMADE, "0700", user, layout.dataDirectory());
        } else {
            part.database(user, layout.dataDirectory(), PostgresqlPaths.MARK);
        }
        part.directory(Rule.DISK, "0750", user, layout.logDirectory());
        Set<String> remade = new LinkedHashSet<>();
        String wal = layout.walDirectory();
        if (wal != null) {
            remade.add(wal);
        }
        remade.addAll(Tablespaces.directories(context.cluster()));
        remade.forEach(directory -> part.directory(Rule.REMADE, "0700", user, directory));
        // Patroni removes or renames all of them before a new copy, so its user owns the parents, too, also when a
        // parent is a new disk.
        Stream.concat(Stream.of(layout.dataDirectory()), remade.stream())
                .map(Directory::parent)
                .distinct()
                .forEach(parent -> part.directory(Rule.DISK, "0755", user, parent));
        String config = layout.configDirectory();
        if (config != null) {
            part.directory(Rule.DISK, "0755", user, config);
            part.file(BaseConfig.file(context, config));
        }
        // The unit makes a directory below /run at each start.
        if (!layout.socketDirectory().startsWith("/run/")) {
            part.directory(Rule.DISK, "0755", user, layout.socketDirectory());
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
