package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.AccessRules;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Tls.ClientTls;
import java.util.ArrayList;
import java.util.List;

/**
 * Access to PostgreSQL by role and network, with scram-sha-256, and over TCP with TLS.
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
        lines.add("local all " + AccessRules.quote(superuser) + " peer map=" + MAP);
        lines.add("local replication " + AccessRules.quote(superuser) + " peer map=" + MAP);
        lines.add("local replication " + PostgresqlRoles.REPLICATION + " scram-sha-256");
        lines.add("local all all scram-sha-256");
        for (Node member : cluster.nodesWith(NodeRole.POSTGRESQL)) {
            String network = Endpoints.hostNetwork(member);
            lines.add(AccessRules.line("hostssl", "replication", PostgresqlRoles.REPLICATION, network));
            lines.add(AccessRules.line("hostssl", "all", PostgresqlRoles.REWIND, network));
            lines.add(AccessRules.line("hostssl", "all", AccessRules.quote(superuser), network));
        }
        for (Cidr network : cluster.networks().administrators()) {
            lines.add(AccessRules.line("hostssl", "all", AccessRules.quote(superuser), network.toString()));
        }
        for (DatabaseRole role : cluster.roles()) {
            role(context, role, lines);
        }
        return List.copyOf(lines);
    }

    /** Lines of pg_ident.conf: the operating system's user is the database superuser on its own host. */
    public static List<String> identities(PlanContext context) {
        return List.of(MAP + " " + AccessRules.quote(context.layout().postgresUser()) + " "
                + AccessRules.quote(context.cluster().postgresql().superuser()));
    }

    private static void role(PlanContext context, DatabaseRole role, List<String> lines) {
        Cluster cluster = context.cluster();
        String databases = AccessRules.databasesOf(cluster, role);
        if (databases.isEmpty()) {
            return;
        }
        String name = AccessRules.quote(role.name().value());
        for (Cidr network : cluster.networks().administrators()) {
            lines.add(AccessRules.line("hostssl", databases, name, network.toString()));
        }
        if (role.monitoring()) {
            for (Cidr network : cluster.networks().monitoring()) {
                lines.add(AccessRules.line("hostssl", databases, name, network.toString()));
            }
            return;
        }
        if (cluster.access().pooled()) {
            return;
        }
        String type = cluster.tls().clients() == ClientTls.REQUIRED ? "hostssl" : "host";
        for (String network : AccessRules.clientSources(cluster)) {
            lines.add(AccessRules.line(type, databases, name, network));
        }
    }
}
