package io.github.pg1c.secrets.content;

import io.github.pg1c.bundle.part.NodeCertificate;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.Encoding;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.model.Cluster;
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
    private final List<CertificatePlan.Certificate> certificates = new ArrayList<>();
    private final List<CertificatePlan.Trust> trusts = new ArrayList<>();
    private final List<CertificatePlan.RevocationList> revoked = new ArrayList<>();

    private ClusterCertificates() {}

    /**
     * The plan.
     *
     * @param secrets secret files of all nodes, which say what they hold
     * @param outside names of the authorities whose keys are elsewhere
     */
    public static CertificatePlan plan(Cluster cluster, List<SecretFile> secrets, Set<String> outside) {
        ClusterCertificates all = new ClusterCertificates();
        secrets.forEach(all::file);
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

    private void file(SecretFile file) {
        Path path = Path.of(file.storePath());
        if (file.content() instanceof SecretContent.Trusted trusted) {
            trusts.add(new CertificatePlan.Trust(trusted.authority(), path));
        } else if (file.content() instanceof SecretContent.Revoked list) {
            Form form = list.encoding() == Encoding.DER ? Form.DER : Form.PEM;
            revoked.add(new CertificatePlan.RevocationList(list.authority(), path, form));
        } else if (file.content() instanceof SecretContent.Issued issued) {
            issued(issued, file);
        }
    }

    private void issued(SecretContent.Issued issued, SecretFile file) {
        NodeCertificate certificate = issued.certificate();
        String base = switch (issued.half()) {
            case CERTIFICATE -> file.storePath().substring(0, file.storePath().length() - ".pem".length());
            case BOTH -> halves(certificate);
            case PRIVATE_KEY -> "";
        };
        if (!base.isEmpty()) {
            add(
                    certificate.authority(),
                    Purpose.valueOf(certificate.purpose()),
                    certificate.id(),
                    base,
                    certificate.commonName(),
                    certificate.names().stream().map(SubjectName::parse).toList());
        }
    }

    /** Where certificate and key stand apart of which a file has both; without the ending. */
    public static String halves(NodeCertificate certificate) {
        return "certificates/" + certificate.id();
    }

    private static CertificatePlan.KeyHolder origin(Cluster cluster, String name, Set<String> outside) {
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

    private void add(
            String authority, Purpose purpose, String id, String base, String commonName, List<SubjectName> names) {
        certificates.add(new CertificatePlan.Certificate(
                id,
                authority,
                new CertificateRequest(purpose, commonName, names),
                Path.of(base + ".pem"),
                Path.of(base + "-key.pem")));
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
