package io.github.pg1c.model.derived;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.OwnCertificate.Purpose;
import io.github.pg1c.model.value.SqlName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The login to PostgreSQL that a certificate of the purpose {@code postgresql-client} stands for. It leads to the server
 * itself: a pooler knows no password of the role to go on with.
 *
 * @param commonName common name of the certificate
 * @param role role of PostgreSQL
 * @param databases names, or one of the words {@code all} and {@code replication}; none where none can be told
 * @param networks from where; none where the specification has none
 * @see <a href="https://www.postgresql.org/docs/current/auth-cert.html">PostgreSQL: certificate authentication</a>
 * @since 0.1
 */
public record CertificateLogin(String commonName, SqlName role, List<String> databases, List<Cidr> networks) {

    /** Every database. */
    public static final String ALL = "all";
    /** Physical replication: base backups and WAL. */
    public static final String REPLICATION = "replication";
    /** The role of the standbys, with which a backup connects, too. */
    private static final String REPLICATOR = "replicator";

    public CertificateLogin {
        databases = List.copyOf(databases);
        networks = List.copyOf(networks);
    }

    /** The logins of a cluster, in the order of the certificates; a certificate without a common name has none. */
    public static List<CertificateLogin> of(Cluster cluster) {
        return cluster.tls().certificates().stream()
                .flatMap(certificate -> of(cluster, certificate).stream())
                .toList();
    }

    /** The login of a certificate; empty for other purposes and without a usable common name. */
    public static Optional<CertificateLogin> of(Cluster cluster, OwnCertificate certificate) {
        String commonName = certificate.commonName();
        SqlName role = certificate.role();
        if (certificate.purpose() != Purpose.POSTGRESQL_CLIENT || commonName == null) {
            return Optional.empty();
        }
        if (role == null) {
            if (commonName.length() > 63) {
                return Optional.empty();
            }
            role = SqlName.parse(commonName);
        }
        List<String> databases =
                certificate.databases().stream().map(SqlName::value).toList();
        return Optional.of(new CertificateLogin(
                commonName,
                role,
                databases.isEmpty() ? databases(cluster, role) : databases,
                certificate.networks().isEmpty() ? networks(cluster, role) : certificate.networks()));
    }

    /** Whether the name is one of the words that stand for more than a database. */
    public static boolean word(String database) {
        return database.equals(ALL) || database.equals(REPLICATION);
    }

    private static List<String> databases(Cluster cluster, SqlName role) {
        if (role.value().equals(REPLICATOR)) {
            return List.of(REPLICATION);
        }
        return described(cluster, role)
                .map(found -> Stream.concat(
                                found.opensAll()
                                        ? Stream.of(ALL)
                                        : cluster.databases().stream()
                                                .filter(database ->
                                                        database.owner().equals(role))
                                                .map(Database::name)
                                                .map(SqlName::value),
                                found.replication() ? Stream.of(REPLICATION) : Stream.empty())
                        .toList())
                .orElse(List.of());
    }

    private static List<Cidr> networks(Cluster cluster, SqlName role) {
        List<Cidr> networks = new ArrayList<>(cluster.networks().administrators());
        if (described(cluster, role).filter(DatabaseRole::monitoring).isPresent()) {
            networks.addAll(cluster.networks().monitoring());
        }
        return networks;
    }

    private static Optional<DatabaseRole> described(Cluster cluster, SqlName role) {
        return cluster.roles().stream()
                .filter(found -> found.name().equals(role))
                .findFirst();
    }

    /** The networks of certificates that are not those of a group. */
    public static List<Cidr> ownNetworks(Cluster cluster) {
        return cluster.tls().certificates().stream()
                .filter(certificate -> certificate.purpose() == Purpose.POSTGRESQL_CLIENT)
                .flatMap(certificate -> certificate.networks().stream())
                .distinct()
                .toList();
    }

    /** Whether the role logs in there by its password: as Patroni and the members do, or as clients do. */
    public boolean displacesPassword(Cluster cluster) {
        if (Stream.of(cluster.postgresql().superuser(), "rewind").anyMatch(role.value()::equals)) {
            return true;
        }
        boolean client = !cluster.access().pooled()
                && described(cluster, role).filter(found -> !found.monitoring()).isPresent();
        return client && networks.stream().anyMatch(network -> reaches(network, cluster));
    }

    private static boolean reaches(Cidr network, Cluster cluster) {
        boolean proxied = !ClientEndpoints.proxies(cluster).isEmpty();
        return proxied
                ? ClientEndpoints.proxies(cluster).stream().anyMatch(node -> network.contains(node.address()))
                : cluster.networks().clients().stream()
                        .anyMatch(clients -> clients.contains(network) || network.contains(clients));
    }
}
