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
    public static final String PATRONICTL = "/usr/local/sbin/pg1c-patronictl";
    /** Runs etcdctl on an etcd node with endpoints and certificates. */
    public static final String ETCDCTL = "/usr/local/sbin/pg1c-etcdctl";

    public static final String LIST = PATRONICTL + " list";
    public static final String HEALTH = ETCDCTL + " endpoint health";
    public static final String MEMBERS = ETCDCTL + " member list -w table";

    private Commands() {}

    /** patronictl with the cluster's name behind the command. */
    public static String patronictl(DocumentContext context, String command, String rest) {
        return PATRONICTL + " " + command + " " + context.cluster().name() + (rest.isEmpty() ? "" : " " + rest);
    }

    /** Asks the REST API of a node, with the certificates that stand on every PostgreSQL node. */
    public static String rest(DocumentContext context, String options, Node node, String path) {
        return "curl -sS" + (options.isEmpty() ? "" : " " + options) + " --cacert " + PatroniPaths.TLS
                + "/ca.pem --cert " + PatroniPaths.TLS + "/patroni-client.pem --key " + PatroniPaths.TLS
                + "/patroni-client-key.pem https://"
                + DocumentContext.hostPort(
                        node.address(), context.cluster().patroni().port()) + path;
    }

    /** psql as the superuser through the local socket of a PostgreSQL node. */
    public static String psql(DocumentContext context, String rest) {
        return "runuser -u " + Shell.word(context.layout().postgresUser()) + " -- "
                + Shell.word(context.layout().binDirectory() + "/psql") + " -h "
                + Shell.word(context.layout().socketDirectory()) + " -p "
                + context.cluster().postgresql().port() + " -U "
                + Shell.word(context.cluster().postgresql().superuser()) + " -d postgres " + rest;
    }

    /** psql over the network as a client sees the cluster, from the administrator's machine. */
    public static String client(DocumentContext context, String host, int port, String query) {
        Cluster cluster = context.cluster();
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

    public static List<String> services(Node node, DocumentContext context) {
        return context.part(node).services().stream()
                .filter(Service::hasUnit)
                .map(Service::unit)
                .toList();
    }
}
