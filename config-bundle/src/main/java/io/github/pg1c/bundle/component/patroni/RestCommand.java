package io.github.pg1c.bundle.component.patroni;

import io.github.pg1c.bundle.document.DocumentContext;
import io.github.pg1c.bundle.plan.Endpoints;
import io.github.pg1c.model.Node;

/** Requests to Patroni's REST API. */
final class RestCommand {

    private RestCommand() {}

    /** Sends a request to the REST API of a node, with the certificates of a PostgreSQL node. */
    static String of(DocumentContext context, String options, Node node, String path) {
        return "curl -sS" + (options.isEmpty() ? "" : " " + options) + " --cacert " + PatroniPaths.TLS
                + "/ca.pem --cert " + PatroniPaths.TLS + "/patroni-client.pem --key " + PatroniPaths.TLS
                + "/patroni-client-key.pem https://"
                + Endpoints.hostPort(node.address(), context.cluster().patroni().port()) + path;
    }
}
