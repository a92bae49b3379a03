package io.github.pg1c.secrets.content;

import static io.github.pg1c.bundle.part.NodePaths.ETCD_TLS;
import static io.github.pg1c.bundle.part.NodePaths.HAPROXY_TLS;
import static io.github.pg1c.bundle.part.NodePaths.PATRONI_TLS;
import static io.github.pg1c.bundle.part.NodePaths.PGBOUNCER_TLS;

import io.github.pg1c.bundle.part.NodePaths;
import io.github.pg1c.bundle.part.RevocationLists;
import io.github.pg1c.model.Access;
import io.github.pg1c.model.Cluster;
import io.github.pg1c.model.Node;
import io.github.pg1c.model.NodeRole;
import io.github.pg1c.model.OwnCertificate;
import io.github.pg1c.model.Tls;
import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.SubjectName;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.plan.CertificatePlan.RevocationList.Form;
import io.github.pg1c.pki.plan.IssuancePolicy;
import io.github.pg1c.pki.plan.RenewalWindow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every certificate of a cluster: who has which, from which of the two authorities, under which names.
 *
 * <p>The authority {@code etcd} issues for etcd and its clients only, {@code cluster} for everything else: a key stolen
 * from a
 * HAProxy host opens no etcd.
 */
public final class ClusterCertificates {

    public static final String ETCD = "etcd";
    public static final String CLUSTER = "cluster";
    /** The names of the authorities, in the order of the plan. */
    public static final List<String> AUTHORITIES = List.of(ETCD, CLUSTER);

    /** Directory of the operator's files in the store, and the common name in the operator's certificates. */
    public static final String OPERATOR = "operator";
    /** The authority of Patroni's REST API, PostgreSQL and the entrances, beside the operator's certificate. */
    public static final String OPERATOR_AUTHORITY = "ca.pem";
    /** Certificate and key of the operator for Patroni's REST API, without the ending. */
    public static final String OPERATOR_CLIENT = "patroni-client";

    private static final String OWN = "own";
    private static final Pattern HAPROXY_FILE =
            Pattern.compile("nodes/([^/]+)/rootfs" + HAPROXY_TLS + "/(client|server)\\.pem");

    private final Cluster cluster;
    private final RevocationLists lists;
    private final List<CertificatePlan.Certificate> certificates = new ArrayList<>();
    private final List<CertificatePlan.Trust> trusts = new ArrayList<>();
    private final List<CertificatePlan.RevocationList> revoked = new ArrayList<>();

    private ClusterCertificates(Cluster cluster, RevocationLists lists) {
        this.cluster = cluster;
        this.lists = lists;
    }

    /**
     * The plan.
     *
     * @param lists of which authorities the nodes have revocation lists
     * @param outside names of the authorities whose keys are elsewhere
     */
    public static CertificatePlan plan(Cluster cluster, RevocationLists lists, Set<String> outside) {
        ClusterCertificates all = new ClusterCertificates(cluster, lists);
        for (Node node : cluster.nodes()) {
            if (node.has(NodeRole.ETCD)) {
                all.etcd(node);
            }
            if (node.has(NodeRole.POSTGRESQL)) {
                all.postgresql(node);
            }
            if (node.has(NodeRole.HAPROXY)) {
                all.haproxy(node);
            }
        }
        all.operator();
        cluster.tls().certificates().forEach(all::own);
        return new CertificatePlan(
                AUTHORITIES.stream()
                        .map(name -> new CertificatePlan.Authority(name, origin(cluster, name, outside)))
                        .toList(),
                all.certificates,
                all.trusts,
                all.revoked);
    }

    private static CertificatePlan.Origin origin(Cluster cluster, String name, Set<String> outside) {
        return outside.contains(name)
                ? new CertificatePlan.External()
                : new CertificatePlan.Own(new CaRequest(
                        name + " CA",
                        cluster.name().toString(),
                        key(cluster.tls().key()),
                        cluster.tls().caValidity()));
    }

    public static IssuancePolicy policy(Cluster cluster) {
        return new IssuancePolicy(key(cluster.tls().key()), cluster.tls().validity(), RenewalWindow.lastThird());
    }

    /** Certificate and key of which HAProxy's one file is made; {@code name} is {@code client} or {@code server}. */
    public static String haproxyPart(Node node, String name) {
        return "certificates/" + node.name() + "/haproxy-" + name;
    }

    /** The certificate in HAProxy's one file, whose path in the store this is; the path itself for any other file. */
    public static String haproxyPart(String storePath) {
        Matcher file = HAPROXY_FILE.matcher(storePath);
        return file.matches() ? "certificates/" + file.group(1) + "/haproxy-" + file.group(2) + ".pem" : storePath;
    }

    private void etcd(Node node) {
        trust(ETCD, node, NodePaths.ETCD_CA);
        issue(ETCD, Purpose.ETCD_SERVER, node, ETCD_TLS + "/server", node.name().toString(), local(node));
        issue(ETCD, Purpose.ETCD_PEER, node, ETCD_TLS + "/peer", node.name().toString(), local(node));
        issue(ETCD, Purpose.ETCD_CLIENT, node, NodePaths.ETCD_CLIENT, "root", List.of());
        if (lists.etcd()) {
            revoked(ETCD, node, NodePaths.ETCD_REVOKED, Form.DER);
        }
    }

    private void postgresql(Node node) {
        String name = node.name().toString();
        List<SubjectName> self = List.of(SubjectName.dns(name));
        trust(CLUSTER, node, PATRONI_TLS + "/ca.pem");
        trust(ETCD, node, PATRONI_TLS + "/etcd-ca.pem");
        issue(ETCD, Purpose.PATRONI_ETCD_CLIENT, node, PATRONI_TLS + "/etcd-client", "", self);
        issue(CLUSTER, Purpose.PATRONI_REST, node, PATRONI_TLS + "/rest", name, local(node));
        issue(CLUSTER, Purpose.PATRONI_CLIENT, node, PATRONI_TLS + "/patroni-client", name, self);
        issue(CLUSTER, Purpose.POSTGRESQL_SERVER, node, PATRONI_TLS + "/postgresql", name, entrances(node));
        if (cluster.access().pooled()) {
            trust(CLUSTER, node, PGBOUNCER_TLS + "/ca.pem");
            issue(CLUSTER, Purpose.PGBOUNCER_SERVER, node, PGBOUNCER_TLS + "/server", name, entrances(node));
        }
        if (lists.cluster()) {
            revoked(CLUSTER, node, NodePaths.PATRONI_REVOKED, Form.PEM);
        }
    }

    private void haproxy(Node node) {
        String name = node.name().toString();
        trust(CLUSTER, node, HAPROXY_TLS + "/ca.pem");
        add(
                CLUSTER,
                Purpose.HAPROXY_CLIENT,
                name + "/haproxy-client",
                haproxyPart(node, "client"),
                name,
                List.of(SubjectName.dns(name)));
        add(
                CLUSTER,
                Purpose.HAPROXY_SERVER,
                name + "/haproxy-server",
                haproxyPart(node, "server"),
                name,
                entrances(node));
        if (lists.cluster()) {
            revoked(CLUSTER, node, NodePaths.HAPROXY_REVOKED, Form.PEM);
        }
    }

    private void operator() {
        operator(ETCD, Purpose.ETCD_CLIENT, "etcd-client", "etcd-ca.pem");
        operator(CLUSTER, Purpose.OPERATOR, OPERATOR_CLIENT, OPERATOR_AUTHORITY);
    }

    private void operator(String authority, Purpose purpose, String certificate, String trusted) {
        String base = OPERATOR + "/" + certificate;
        add(authority, purpose, base, base, OPERATOR, List.of());
        trusts.add(new CertificatePlan.Trust(authority, Path.of(OPERATOR, trusted)));
    }

    private void own(OwnCertificate certificate) {
        String id = OWN + "/" + certificate.name();
        String commonName = certificate.commonName() == null ? "" : certificate.commonName();
        String authority = certificate.purpose() == OwnCertificate.Purpose.ETCD_CLIENT ? ETCD : CLUSTER;
        add(
                authority,
                purpose(certificate.purpose()),
                id,
                id + "/certificate",
                commonName,
                certificate.names().stream()
                        .map(name -> SubjectName.parse(name.toString()))
                        .toList());
        trusts.add(new CertificatePlan.Trust(authority, Path.of(id, "ca.pem")));
    }

    private static Purpose purpose(OwnCertificate.Purpose purpose) {
        return switch (purpose) {
            case POSTGRESQL_CLIENT -> Purpose.POSTGRESQL_CLIENT;
            case ETCD_CLIENT -> Purpose.ETCD_CLIENT;
            case MONITORING -> Purpose.MONITORING;
            case CLIENT -> Purpose.CLIENT;
            case SERVER -> Purpose.SERVER;
            case SERVER_AND_CLIENT -> Purpose.SERVER_AND_CLIENT;
        };
    }

    /** The node's own names, and those it has for itself. */
    private static List<SubjectName> local(Node node) {
        return List.of(
                SubjectName.dns(node.name().toString()),
                SubjectName.ip(node.address().toString()),
                SubjectName.dns("localhost"),
                SubjectName.ip("127.0.0.1"),
                SubjectName.ip("::1"));
    }

    /**
     * Clients that verify names connect to HAProxy's name while TLS ends here, so every entrance's name is the
     * server's, too.
     */
    private List<SubjectName> entrances(Node node) {
        List<SubjectName> names = new ArrayList<>(local(node));
        Access access = cluster.access();
        if (access.host() != null) {
            names.add(SubjectName.parse(access.host().toString()));
        }
        access.aliases().forEach(alias -> names.add(SubjectName.parse(alias.toString())));
        for (Node haproxy : cluster.nodesWith(NodeRole.HAPROXY)) {
            names.add(SubjectName.dns(haproxy.name().toString()));
            names.add(SubjectName.ip(haproxy.address().toString()));
        }
        return names;
    }

    private void trust(String authority, Node node, String path) {
        trusts.add(new CertificatePlan.Trust(authority, Path.of(rootfs(node) + path)));
    }

    private void revoked(String authority, Node node, String path, Form form) {
        revoked.add(new CertificatePlan.RevocationList(authority, Path.of(rootfs(node) + path), form));
    }

    private void issue(
            String authority, Purpose purpose, Node node, String base, String commonName, List<SubjectName> names) {
        String id = node.name() + base;
        add(authority, purpose, id, rootfs(node) + base, commonName, names);
    }

    private void add(
            String authority, Purpose purpose, String id, String base, String commonName, List<SubjectName> names) {
        certificates.add(new CertificatePlan.Certificate(
                id,
                authority,
                new CertificateRequest(purpose, commonName, names),
                Path.of(base + ".pem"),
                Path.of(base + "-key.pem")));
    }

    private static String rootfs(Node node) {
        return "nodes/" + node.name() + "/rootfs";
    }

    private static KeyAlgorithm key(Tls.KeyType type) {
        return switch (type) {
            case P256 -> KeyAlgorithm.P256;
            case P384 -> KeyAlgorithm.P384;
            case RSA2048 -> KeyAlgorithm.RSA_2048;
            case RSA3072 -> KeyAlgorithm.RSA_3072;
            case RSA4096 -> KeyAlgorithm.RSA_4096;
            case ED25519 -> KeyAlgorithm.ED25519;
        };
    }
}
