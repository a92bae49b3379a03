package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.component.patroni.PatroniPaths;
import io.github.pg1c.bundle.part.PasswordNames;
import io.github.pg1c.bundle.part.Service;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import java.util.List;
import java.util.Optional;

/** Commands that several chapters give, written once. */
public final class Commands {

    /** Runs patronictl on a PostgreSQL node with its configuration and environment. */
    static final String PATRONICTL = "/usr/local/sbin/pg1c-patronictl";
    /** Runs etcdctl on an etcd node with endpoints and certificates. */
    static final String ETCDCTL = "/usr/local/sbin/pg1c-etcdctl";

    static final String LIST = PATRONICTL + " list";
    static final String HEALTH = ETCDCTL + " endpoint health";
    static final String MEMBERS = ETCDCTL + " member list -w table";

    private Commands() {}

    /** patronictl with the cluster's name behind the command. */
    static String patronictl(Facts facts, String command, String rest) {
        return PATRONICTL + " " + command + " " + facts.cluster().name() + (rest.isEmpty() ? "" : " " + rest);
    }

    /** The word for the present leader that this Patroni's switchover knows. */
    static String leaderOption(Facts facts) {
        return facts.layout().versions().patroni().atLeast(3, 0) ? "--leader" : "--master";
    }

    /** Asks the REST API of a node, with the certificates that stand on every PostgreSQL node. */
    static String rest(Facts facts, String options, Node node, String path) {
        return "curl -sS" + (options.isEmpty() ? "" : " " + options) + " --cacert " + PatroniPaths.TLS
                + "/ca.pem --cert " + PatroniPaths.TLS + "/patroni-client.pem --key " + PatroniPaths.TLS
                + "/patroni-client-key.pem https://"
                + Facts.hostPort(node.address(), facts.cluster().patroni().port()) + path;
    }

    /** psql as the superuser through the local socket of a PostgreSQL node. */
    static String psql(Facts facts, String rest) {
        return "runuser -u " + Shell.word(facts.layout().postgresUser()) + " -- "
                + Shell.word(facts.layout().binDirectory() + "/psql") + " -h "
                + Shell.word(facts.layout().socketDirectory()) + " -p "
                + facts.cluster().postgresql().port() + " -U "
                + Shell.word(facts.cluster().postgresql().superuser()) + " -d postgres " + rest;
    }

    /** psql over the network as a client sees the cluster, from the administrator's machine. */
    static String client(Facts facts, String host, int port, String query) {
        Cluster cluster = facts.cluster();
        Optional<Database> first = cluster.databases().stream().findFirst();
        String role = first.map(database -> database.owner().value())
                .orElse(cluster.postgresql().superuser());
        String database = first.map(found -> found.name().value()).orElse("postgres");
        String file = first.map(found -> PasswordNames.file(PasswordNames.ofRole(found.owner())))
                .orElse(PasswordNames.file(PasswordNames.SUPERUSER));
        return "PGSSLROOTCERT=\"$PG1C_SECRETS\"/operator/ca.pem PGPASSWORD=\"$(cat \"$PG1C_SECRETS\"/"
                + Shell.word(file) + ")\" psql "
                + Shell.word("host=" + host + " port=" + port + " dbname=" + parameter(database) + " user="
                        + parameter(role) + " sslmode=verify-ca")
                + " -c " + Shell.word(query);
    }

    /** A value of a connection string, quoted where a space or a quote would end it. */
    private static String parameter(String value) {
        return value.matches("[\\w.-]+")
                ? value
                : "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    static List<String> services(Node node, Facts facts) {
        return facts.part(node).services().stream()
                .filter(Service::hasUnit)
                .map(Service::unit)
                .toList();
    }
}
