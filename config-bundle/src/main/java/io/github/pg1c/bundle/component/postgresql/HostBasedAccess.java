package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.bundle.component.AccessRules;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.AccessRule;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.Tls.ClientTls;
import io.github.pg1c.model.derived.CertificateLogin;
import io.github.pg1c.model.derived.ClientEndpoints;
import io.github.pg1c.model.value.SqlName;
import java.util.ArrayList;
import java.util.List;

/**
 * Access to PostgreSQL by role and network, with scram-sha-256 or a certificate, and over TCP with TLS.
 *
 * <p>The first line that fits a connection decides: a certificate's line stands before those of its role.
 *
 * @see <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">PostgreSQL: pg_hba.conf</a>
 */
public final class HostBasedAccess {

    private static final String MAP = "pg1c";
    /** Common names of certificates and the roles of their holders. */
    private static final String CERTIFICATES = "certificates";

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
        List<Cidr> members = cluster.nodesWith(NodeRole.POSTGRESQL).stream()
                .map(Endpoints::hostNetwork)
                .toList();
        List<Cidr> copiers = new ArrayList<>(members);
        copiers.addAll(cluster.networks().secondSite());
        lines.addAll(AccessRules.lines("hostssl", "replication", PostgresqlRoles.REPLICATION, copiers));
        lines.addAll(AccessRules.lines("hostssl", "all", PostgresqlRoles.REWIND, copiers));
        List<Cidr> superusers = new ArrayList<>(members);
        superusers.addAll(cluster.networks().administrators());
        lines.addAll(AccessRules.lines("hostssl", "all", AccessRules.quote(superuser), superusers));
        for (CertificateLogin login : CertificateLogin.of(cluster)) {
            lines.addAll(AccessRules.lines(
                    "hostssl",
                    AccessRules.databases(login.databases()),
                    AccessRules.quote(login.role().value()),
                    login.networks(),
                    "cert map=" + CERTIFICATES));
        }
        for (DatabaseRole role : cluster.roles()) {
            role(context, role, lines);
            replication(cluster, role, lines);
        }
        cluster.access().rules().forEach(rule -> further(rule, lines));
        return lines.stream().distinct().toList();
    }

    /**
     * Lines for clients that connect to the server itself, after the entrance and the pooler are gone; none where they
     * do so all the time.
     */
    static List<String> withoutEntrance(Cluster cluster) {
        if (!cluster.access().pooled()
                && ClientEndpoints.sources(cluster).equals(cluster.networks().clients())) {
            return List.of();
        }
        String type = cluster.tls().clients() == ClientTls.REQUIRED ? "hostssl" : "host";
        return cluster.roles().stream()
                .filter(role -> !role.monitoring()
                        && !AccessRules.databasesOf(cluster, role).isEmpty())
                .flatMap(role -> AccessRules.lines(
                        type,
                        AccessRules.databasesOf(cluster, role),
                        AccessRules.quote(role.name().value()),
                        cluster.networks().clients())
                        .stream())
                .distinct()
                .toList();
    }

    /**
     * Lines of pg_ident.conf: the operating system's user is the database superuser on its own host, and a certificate's
     * common name is the role of its holder.
     */
    public static List<String> identities(PlanContext context) {
        List<String> lines = new ArrayList<>();
        lines.add(MAP + " " + AccessRules.quote(context.layout().postgresUser()) + " "
                + AccessRules.quote(context.cluster().postgresql().superuser()));
        for (CertificateLogin login : CertificateLogin.of(context.cluster())) {
            lines.add(CERTIFICATES + " " + AccessRules.quote(login.commonName()) + " "
                    + AccessRules.quote(login.role().value()));
        }
        return lines.stream().distinct().toList();
    }

    /** Below the others, so that it takes nothing from them. */
    private static void further(AccessRule rule, List<String> lines) {
        String comment = rule.comment();
        if (comment != null) {
            lines.add("# " + comment);
        }
        String databases = AccessRules.databases(
                rule.databases().stream().map(SqlName::value).toList());
        String method = rule.method().id() + (rule.method() == AccessRule.Method.CERT ? " map=" + CERTIFICATES : "");
        for (SqlName role : rule.roles()) {
            lines.addAll(
                    AccessRules.lines("hostssl", databases, AccessRules.quote(role.value()), rule.networks(), method));
        }
    }

    /** A base backup on an operator's host. */
    private static void replication(Cluster cluster, DatabaseRole role, List<String> lines) {
        if (role.replication()) {
            lines.addAll(AccessRules.lines(
                    "hostssl",
                    CertificateLogin.REPLICATION,
                    AccessRules.quote(role.name().value()),
                    byPassword(
                            cluster,
                            role,
                            CertificateLogin.REPLICATION,
                            cluster.networks().administrators())));
        }
    }

    /** Networks without those of which a certificate's line before takes all connections. */
    private static List<Cidr> byPassword(Cluster cluster, DatabaseRole role, String databases, List<Cidr> networks) {
        List<Cidr> left = new ArrayList<>(networks);
        CertificateLogin.of(cluster).stream()
                .filter(login -> login.role().equals(role.name())
                        && List.of(AccessRules.databases(login.databases()).split(","))
                                .containsAll(List.of(databases.split(","))))
                .forEach(login ->
                        left.removeIf(network -> login.networks().stream().anyMatch(taken -> taken.contains(network))));
        return left;
    }

    private static void role(PlanContext context, DatabaseRole role, List<String> lines) {
        Cluster cluster = context.cluster();
        String databases = AccessRules.databasesOf(cluster, role);
        if (databases.isEmpty()) {
            return;
        }
        String name = AccessRules.quote(role.name().value());
        List<Cidr> encrypted = new ArrayList<>(cluster.networks().administrators());
        List<Cidr> clients =
                role.monitoring() || cluster.access().pooled() ? List.of() : ClientEndpoints.sources(cluster);
        if (role.monitoring()) {
            encrypted.addAll(cluster.networks().monitoring());
        } else if (cluster.tls().clients() == ClientTls.REQUIRED) {
            encrypted.addAll(clients);
        }
        lines.addAll(AccessRules.lines("hostssl", databases, name, byPassword(cluster, role, databases, encrypted)));
        if (cluster.tls().clients() != ClientTls.REQUIRED) {
            lines.addAll(AccessRules.lines("host", databases, name, clients));
        }
    }
}
