package io.github.pg1c.bundle.component;

import io.github.pg1c.base.net.Cidr;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.derived.CertificateLogin;
import io.github.pg1c.model.derived.RoleAccess;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of host-based access that server and pooler share.
 *
 * @see <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">PostgreSQL: pg_hba.conf</a>
 */
public final class AccessRules {

    private AccessRules() {}

    /** The databases that a role may open: its own, or all when the role creates databases or monitors them. */
    public static String databasesOf(Cluster cluster, DatabaseRole role) {
        return databases(RoleAccess.databases(cluster, role));
    }

    /** Names of databases and words for several, as a field of a line. */
    public static String databases(List<String> names) {
        return names.stream()
                .map(name -> CertificateLogin.word(name) ? name : quote(name))
                .collect(Collectors.joining(","));
    }

    /** A line for each network that no other one contains; they ask for SCRAM-SHA-256. */
    public static List<String> lines(String type, String database, String user, Collection<Cidr> networks) {
        return lines(type, database, user, networks, "scram-sha-256");
    }

    /** The same with another method, and its options. */
    public static List<String> lines(
            String type, String database, String user, Collection<Cidr> networks, String method) {
        return Cidr.widest(networks).stream()
                .map(network -> type + " " + database + " " + user + " " + network + " " + method)
                .toList();
    }

    /**
     * Quotes a name that is a keyword of the file or has other characters than lower-case letters, digits and
     * underscores.
     */
    public static String quote(String name) {
        boolean plain = name.matches("[a-z_][a-z0-9_]*")
                && !List.of("all", "replication", "sameuser", "samerole", "samegroup")
                        .contains(name);
        return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
