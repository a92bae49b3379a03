package io.github.pg1c.bundle.document;

import io.github.pg1c.bundle.NodePaths;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import io.github.pg1c.model.Node;
import java.util.List;

/** Commands that several chapters give, written once. */
final class Commands {

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
        return "curl -sS" + (options.isEmpty() ? "" : " " + options) + " --cacert " + NodePaths.PATRONI_TLS
                + "/ca.pem --cert " + NodePaths.PATRONI_TLS + "/patroni-client.pem --key " + NodePaths.PATRONI_TLS
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
        String role = cluster.databases().stream()
                .findFirst()
                .map(Database::owner)
                .map(Object::toString)
                .orElse(cluster.postgresql().superuser());
        String database = cluster.databases().stream()
                .findFirst()
                .map(Database::name)
                .map(Object::toString)
                .orElse("postgres");
        return "PGPASSWORD=\"$(cat \"$PG1C_SECRETS\"/passwords/" + Shell.word(role) + ")\" psql "
                + Shell.word(
                        "host=" + host + " port=" + port + " dbname=" + database + " user=" + role + " sslmode=require")
                + " -c " + Shell.word(query);
    }

    static List<String> services(Node node, Facts facts) {
        return Service.of(node, facts).stream().map(Service::unit).toList();
    }
}
