package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Tls.ClientTls;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Who may connect to PostgreSQL from where: by role and network, with scram-sha-256, and over TCP with TLS.
 *
 * @see <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">PostgreSQL: pg_hba.conf</a>
 */
public final class HostBasedAccess {

    private static final String MAP = "pg1c";

    private HostBasedAccess() {}

    /** The lines of pg_hba.conf, the narrowest first. */
    public static List<String> lines(PlanContext context) {
        Cluster cluster = context.cluster();
        String superuser = cluster.postgresql().superuser();
        List<String> lines = new ArrayList<>();
        lines.add("local all " + quote(superuser) + " peer map=" + MAP);
        lines.add("local replication " + quote(superuser) + " peer map=" + MAP);
        lines.add("local replication " + PostgresqlRoles.REPLICATION + " scram-sha-256");
        lines.add("local all all scram-sha-256");
        for (Node member : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            String network = Endpoints.hostNetwork(member);
            lines.add(line("hostssl", "replication", PostgresqlRoles.REPLICATION, network));
            lines.add(line("hostssl", "all", PostgresqlRoles.REWIND, network));
            lines.add(line("hostssl", "all", quote(superuser), network));
        }
        for (Cidr network : cluster.networks().administrators()) {
            lines.add(line("hostssl", "all", quote(superuser), network.toString()));
        }
        for (DatabaseRole role : cluster.roles()) {
            role(context, role, lines);
        }
        return List.copyOf(lines);
    }

    /** Lines of pg_ident.conf: the operating system's user is the database superuser on its own host. */
    public static List<String> identities(PlanContext context) {
        return List.of(MAP + " " + quote(context.layout().postgresUser()) + " "
                + quote(context.cluster().postgresql().superuser()));
    }

    private static void role(PlanContext context, DatabaseRole role, List<String> lines) {
        Cluster cluster = context.cluster();
        String databases = databasesOf(cluster, role);
        if (databases.isEmpty()) {
            return;
        }
        String name = quote(role.name().value());
        for (Cidr network : cluster.networks().administrators()) {
            lines.add(line("hostssl", databases, name, network.toString()));
        }
        if (role.monitoring()) {
            for (Cidr network : cluster.networks().monitoring()) {
                lines.add(line("hostssl", databases, name, network.toString()));
            }
            return;
        }
        if (cluster.access().pooled()) {
            return;
        }
        String type = cluster.tls().clients() == ClientTls.REQUIRED ? "hostssl" : "host";
        for (String network : clientSources(cluster)) {
            lines.add(line(type, databases, name, network));
        }
    }

    /**
     * Where clients come from as the server sees it: through HAProxy every client has the address of a HAProxy node,
     * which itself lets only the clients' networks in.
     */
    public static List<String> clientSources(Cluster cluster) {
        List<String> sources = new ArrayList<>();
        cluster.nodesWith(NodeRole.HAPROXY).forEach(node -> sources.add(Endpoints.hostNetwork(node)));
        if (sources.isEmpty()) {
            cluster.networks().clients().forEach(network -> sources.add(network.toString()));
        }
        return sources;
    }

    /** The databases that a role may open: its own, or all where it may create them or watches them. */
    public static String databasesOf(Cluster cluster, DatabaseRole role) {
        if (role.superuser() || role.createDatabases() || role.monitoring()) {
            return "all";
        }
        return cluster.databases().stream()
                .filter(database -> database.owner().equals(role.name()))
                .map(Database::name)
                .map(name -> quote(name.value()))
                .collect(Collectors.joining(","));
    }

    public static String line(String type, String database, String user, String network) {
        return type + " " + database + " " + user + " " + network + " scram-sha-256";
    }

    /** A name that is a keyword of the file, or has more than letters and digits, stands in quotes. */
    public static String quote(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*")
                && !List.of("all", "replication", "sameuser", "samerole", "samegroup")
                        .contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
