package io.github.pg1c.bundle.part;

import static io.github.pg1c.bundle.part.NodePaths.ETCD_TLS;
import static io.github.pg1c.bundle.part.NodePaths.HAPROXY_TLS;
import static io.github.pg1c.bundle.part.NodePaths.PATRONI_TLS;
import static io.github.pg1c.bundle.part.NodePaths.PGBOUNCER_TLS;

import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.derived.Layout;
import io.github.pg1c.model.value.NodeName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which secret files every node has, without knowing any secret.
 *
 * @since 0.1
 */
public final class SecretFiles {

    private static final String ROOT = "root";
    private static final String PRIVATE = "0600";
    private static final String OPEN = "0644";

    private SecretFiles() {}

    /** The secret files of every node, in the order of the specification, when nothing is revoked. */
    public static Map<NodeName, List<SecretFile>> describe(Cluster cluster) {
        return describe(cluster, RevocationLists.NONE);
    }

    /** The secret files of every node, in the order of the specification. */
    public static Map<NodeName, List<SecretFile>> describe(Cluster cluster, RevocationLists lists) {
        Map<NodeName, List<SecretFile>> files = new LinkedHashMap<>();
        cluster.nodes().forEach(node -> files.put(node.name(), describe(cluster, node, lists)));
        return Collections.unmodifiableMap(files);
    }

    /** The secret files of one node, sorted by path, when nothing is revoked. */
    public static List<SecretFile> describe(Cluster cluster, Node node) {
        return describe(cluster, node, RevocationLists.NONE);
    }

    /** The secret files of one node, sorted by path. */
    public static List<SecretFile> describe(Cluster cluster, Node node, RevocationLists lists) {
        Layout layout = Layout.of(cluster);
        Listing files = new Listing(node.name());
        if (node.has(NodeRole.ETCD)) {
            etcd(files, layout.etcdUser(), lists);
        }
        if (node.has(NodeRole.POSTGRESQL)) {
            postgresql(files, layout.postgresUser(), lists);
            if (cluster.access().pooled()) {
                pgbouncer(files, layout.pgbouncerUser());
            }
        }
        if (node.has(NodeRole.HAPROXY)) {
            files.add(NodePaths.HAPROXY_ENVIRONMENT, PRIVATE, ROOT, Impact.RESTART);
            files.add(HAPROXY_TLS + "/ca.pem", OPEN, ROOT, Impact.RELOAD);
            files.add(HAPROXY_TLS + "/client.pem", PRIVATE, ROOT, Impact.RELOAD);
            files.add(HAPROXY_TLS + "/server.pem", PRIVATE, ROOT, Impact.RELOAD);
            if (lists.cluster()) {
                files.add(NodePaths.HAPROXY_REVOKED, OPEN, ROOT, Impact.RELOAD);
            }
        }
        return files.list.stream()
                .sorted(Comparator.comparing(SecretFile::path))
                .toList();
    }

    /** etcd reads a certificate, its key and the revocation list at every handshake, the CA only when it starts. */
    private static void etcd(Listing files, String user, RevocationLists lists) {
        files.add(NodePaths.ETCD_CA, OPEN, user, Impact.ROLLING_RESTART);
        files.pair(ETCD_TLS + "/server", user, Impact.NONE);
        files.pair(ETCD_TLS + "/peer", user, Impact.NONE);
        files.pair(NodePaths.ETCD_CLIENT, ROOT, Impact.NONE);
        if (lists.etcd()) {
            files.add(NodePaths.ETCD_REVOKED, OPEN, user, Impact.NONE);
        }
    }

    private static void postgresql(Listing files, String user, RevocationLists lists) {
        files.add(NodePaths.PATRONI_ENVIRONMENT, PRIVATE, user, Impact.ROLLING_RESTART);
        files.add(NodePaths.ROLES_SQL, PRIVATE, user, Impact.NONE);
        files.add(PATRONI_TLS + "/ca.pem", OPEN, user, Impact.RELOAD);
        files.add(PATRONI_TLS + "/etcd-ca.pem", OPEN, user, Impact.RELOAD);
        for (String name : List.of("etcd-client", "rest", "patroni-client", "postgresql")) {
            files.pair(PATRONI_TLS + "/" + name, user, Impact.RELOAD);
        }
        if (lists.cluster()) {
            files.add(NodePaths.PATRONI_REVOKED, OPEN, user, Impact.RELOAD);
        }
    }

    private static void pgbouncer(Listing files, String user) {
        files.add(NodePaths.PGBOUNCER_USERS, PRIVATE, user, Impact.RELOAD);
        files.add(PGBOUNCER_TLS + "/ca.pem", OPEN, user, Impact.RELOAD);
        files.pair(PGBOUNCER_TLS + "/server", user, Impact.RELOAD);
    }

    /** The list of one node under construction; a user's own group has the same name. */
    private static final class Listing {
        private final NodeName node;
        private final List<SecretFile> list = new ArrayList<>();

        Listing(NodeName node) {
            this.node = node;
        }

        void add(String path, String mode, String user, Impact impact) {
            list.add(new SecretFile(node, path, mode, user, user, impact));
        }

        void pair(String base, String user, Impact impact) {
            add(base + ".pem", OPEN, user, impact);
            add(base + "-key.pem", PRIVATE, user, impact);
        }
    }
}
