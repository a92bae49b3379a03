package io.github.pg1c.bundle.component.postgresql;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.text.ConnectionString;
import io.github.pg1c.bundle.text.Shell;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Database;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls of psql, as the superuser on a node and as a client sees the cluster. */
public final class PsqlCommand {

    private PsqlCommand() {}

    /** psql as the superuser through the local socket of a PostgreSQL node. */
    public static String local(DocumentContext context, String rest) {
        return local(context).stream().map(Shell::word).collect(Collectors.joining(" ")) + " " + rest;
    }

    /** The same as a list of words, for callers without a shell. */
    public static List<String> local(DocumentContext context) {
        return List.of(
                "runuser",
                "-u",
                context.layout().postgresUser(),
                "--",
                context.layout().binDirectory() + "/psql",
                "-h",
                context.layout().socketDirectory(),
                "-p",
                Integer.toString(context.cluster().postgresql().port()),
                "-U",
                context.cluster().postgresql().superuser(),
                "-d",
                "postgres");
    }

    /** psql over the network as a client sees the cluster, with no secret but the password that it asks for. */
    public static String client(DocumentContext context, String host, int port, String query) {
        Cluster cluster = context.cluster();
        Optional<Database> first = cluster.databases().stream().findFirst();
        String role = first.map(database -> database.owner().value())
                .orElse(cluster.postgresql().superuser());
        String database = first.map(found -> found.name().value()).orElse("postgres");
        return "PGSSLROOTCERT=ca.pem psql "
                + Shell.word(new ConnectionString()
                        .with("host", host)
                        .with("port", port)
                        .with("dbname", database)
                        .with("user", role)
                        .with("sslmode", "verify-ca"))
                + " -c " + Shell.word(query);
    }
}
