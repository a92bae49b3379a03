package io.github.pg1c.bundle.component;

import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.DatabaseRole;
import io.github.pg1c.model.derived.ClientEndpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of host-based access that server and pooler share.
 *
 * @see <a href="https://www.postgresql.org/docs/17/auth-pg-hba-conf.html">PostgreSQL: pg_hba.conf</a>
 */
public final class AccessRules {

    private AccessRules() {}

    /**
     * Client addresses as the database node sees them: behind a proxy every client has the proxy's address, and the
     * proxy accepts only the clients' networks.
     */
    public static List<String> clientSources(Cluster cluster) {
        List<String> sources = new ArrayList<>();
        ClientEndpoints.proxies(cluster).forEach(node -> sources.add(Endpoints.hostNetwork(node)));
        if (sources.isEmpty()) {
            cluster.networks().clients().forEach(network -> sources.add(network.toString()));
        }
        return sources;
    }

    /** The databases that a role may open: its own, or all when the role creates databases or monitors them. */
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

    /** A line that asks for SCRAM-SHA-256. */
    public static String line(String type, String database, String user, String network) {
        return type + " " + database + " " + user + " " + network + " scram-sha-256";
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
