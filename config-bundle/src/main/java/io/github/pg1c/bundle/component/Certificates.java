package io.github.pg1c.bundle.component;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.bundle.part.NodeCertificate;
import io.github.pg1c.bundle.plan.PlanContext;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.derived.ClientEndpoints;
import java.util.ArrayList;
import java.util.List;

/** Certificates of nodes: their authorities and their names. */
public final class Certificates {

    /**
     * The authority of all components without their own one. etcd has its own, so that a key stolen from an entrance
     * does not open the state store.
     */
    public static final String CLUSTER_AUTHORITY = "cluster";

    /** Directory of the operator's files in the secrets store, and the common name in the operator's certificates. */
    private static final String OPERATOR = "operator";

    private Certificates() {}

    /** The certificate whose file is {@code <path>.pem}. */
    public static NodeCertificate of(
            String authority, String purpose, Node node, String path, String commonName, List<String> names) {
        return new NodeCertificate(node.name() + path, authority, purpose, commonName, names);
    }

    /** The operator's certificate for a service. */
    public static NodeCertificate operator(String authority, String purpose, String name) {
        return new NodeCertificate(OPERATOR + "/" + name, authority, purpose, OPERATOR, List.of());
    }

    /** The place of an operator's file in the secrets store. */
    public static String operatorFile(String name) {
        return OPERATOR + "/" + name;
    }

    /** The node's name. */
    public static List<String> name(Node node) {
        return List.of(node.name().toString());
    }

    /** The names of the node, including those that it uses locally. */
    public static List<String> local(Node node) {
        return List.of(node.name().toString(), node.address().toString(), "localhost", "127.0.0.1", "::1");
    }

    /**
     * Clients that verify names connect to the name of an entrance, but TLS ends here, so the server's certificate has
     * these names, too.
     */
    public static List<String> entrances(PlanContext context, Node node) {
        List<String> names = new ArrayList<>(local(node));
        Access access = context.cluster().access();
        HostName host = access.host();
        if (host != null) {
            names.add(host.toString());
        }
        access.aliases().forEach(alias -> names.add(alias.toString()));
        access.addresses().forEach(address -> names.add(address.toString()));
        for (Node entrance : ClientEndpoints.proxies(context.cluster())) {
            names.add(entrance.name().toString());
            names.add(entrance.address().toString());
        }
        return names;
    }
}
