package io.github.pg1c.model.derived;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.AccessRule;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.value.SqlName;
import java.util.ArrayList;
import java.util.List;

/**
 * Databases that a role may open from some networks, at PostgreSQL itself and not through a pooler.
 *
 * @param role the role
 * @param databases names, or one of the words {@code all} and {@code replication}
 * @param networks from where
 * @since 0.1
 */
public record RoleAccess(SqlName role, List<String> databases, List<Cidr> networks) {

    public RoleAccess {
        databases = List.copyOf(databases);
        networks = List.copyOf(networks);
    }

    /** What follows from roles, databases, networks and certificates, without further rules. */
    public static List<RoleAccess> of(Cluster cluster) {
        List<RoleAccess> all = new ArrayList<>();
        for (CertificateLogin login : CertificateLogin.of(cluster)) {
            all.add(new RoleAccess(login.role(), login.databases(), login.networks()));
        }
        for (DatabaseRole role : cluster.roles()) {
            all.add(new RoleAccess(role.name(), databases(cluster, role), networks(cluster, role)));
            if (role.replication()) {
                all.add(new RoleAccess(
                        role.name(),
                        List.of(CertificateLogin.REPLICATION),
                        cluster.networks().administrators()));
            }
        }
        return all;
    }

    /** What a further rule opens. */
    public static List<RoleAccess> of(AccessRule rule) {
        List<String> databases = rule.databases().stream().map(SqlName::value).toList();
        return rule.roles().stream()
                .map(role -> new RoleAccess(role, databases, rule.networks()))
                .toList();
    }

    /** The databases that a role may open: its own, or all when the role creates databases or monitors them. */
    public static List<String> databases(Cluster cluster, DatabaseRole role) {
        if (role.opensAll()) {
            return List.of(CertificateLogin.ALL);
        }
        return cluster.databases().stream()
                .filter(database -> database.owner().equals(role.name()))
                .map(Database::name)
                .map(SqlName::value)
                .toList();
    }

    /** Networks from which a role opens its databases: administrators, monitoring, clients without a pooler. */
    private static List<Cidr> networks(Cluster cluster, DatabaseRole role) {
        List<Cidr> networks = new ArrayList<>(cluster.networks().administrators());
        if (role.monitoring()) {
            networks.addAll(cluster.networks().monitoring());
        } else if (!cluster.access().pooled()) {
            networks.addAll(ClientEndpoints.sources(cluster));
        }
        return networks;
    }

    /** Whether the role may open the database from every address of the network. */
    public boolean covers(SqlName other, SqlName database, Cidr network) {
        return role.equals(other)
                && networks.stream().anyMatch(own -> own.contains(network))
                && (databases.contains(database.value())
                        || (databases.contains(CertificateLogin.ALL)
                                && !database.value().equals(CertificateLogin.REPLICATION)));
    }
}
