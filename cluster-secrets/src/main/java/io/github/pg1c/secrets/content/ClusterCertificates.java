package io.github.pg1c.secrets.content;

import io.github.pg1c.base.net.HostName;
import io.github.pg1c.bundle.Bundle;
import io.github.pg1c.bundle.part.NodeCertificate;
import io.github.pg1c.bundle.part.SecretContent;
import io.github.pg1c.bundle.part.SecretContent.Encoding;
import io.github.pg1c.bundle.part.SecretFile;
import io.github.pg1c.bundle.part.SecretsPart;
import io.github.pg1c.bundle.part.SecretsPart.Authority;
import io.github.pg1c.bundle.part.SecretsPart.OperatorAccess;
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

/** Every certificate of a cluster as the components and the specification declare them. */
public final class ClusterCertificates {

    private static final String OWN = "own";

    /** The names of all authorities that a cluster may have, in the order of the plan. */
    public static final List<String> AUTHORITIES =
            Bundle.secrets().authorities().stream().map(Authority::name).toList();

    private final List<CertificatePlan.Certificate> certificates = new ArrayList<>();
    private final List<CertificatePlan.Trust> trusts = new ArrayList<>();
    private final List<CertificatePlan.RevocationList> revoked = new ArrayList<>();

    private final SecretsPart declared;

    private ClusterCertificates(SecretsPart declared) {
        this.declared = declared;
    }

    /**
     * The plan.
     *
     * @param secrets secret files of all nodes, which say what they hold
     * @param outside names of the authorities whose keys are elsewhere
     */
    public static CertificatePlan plan(Cluster cluster, List<SecretFile> secrets, Set<String> outside) {
        ClusterCertificates all = new ClusterCertificates(Bundle.secrets(cluster));
        secrets.forEach(all::file);
        all.declared.operators().forEach(all::operator);
        cluster.tls().certificates().forEach(all::own);
        return new CertificatePlan(
                all.declared.authorities().stream()
                        .map(Authority::name)
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
            add(certificate, base);
        }
    }

    private void operator(OperatorAccess access) {
        add(access.certificate(), access.certificate().id());
        trusts.add(new CertificatePlan.Trust(access.certificate().authority(), Path.of(access.trusted())));
    }

    /** The path, without extension, of the separate certificate and key for a file that contains both. */
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

    /** A certificate that the specification asks for. Purposes have the same names there and here. */
    private void own(OwnCertificate certificate) {
        String id = OWN + "/" + certificate.name();
        String purpose = certificate.purpose().name();
        String authority = declared.authority(purpose).name();
        List<String> names =
                certificate.names().stream().map(HostName::toString).toList();
        add(
                new NodeCertificate(
                        id,
                        authority,
                        purpose,
                        certificate.commonName() == null ? "" : certificate.commonName(),
                        names),
                id + "/certificate");
        trusts.add(new CertificatePlan.Trust(authority, Path.of(id, "ca.pem")));
    }

    private void add(NodeCertificate certificate, String base) {
        certificates.add(new CertificatePlan.Certificate(
                certificate.id(),
                certificate.authority(),
                new CertificateRequest(
                        Purpose.valueOf(certificate.purpose()),
                        certificate.commonName(),
                        certificate.names().stream().map(SubjectName::parse).toList()),
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
