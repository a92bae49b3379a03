package io.github.pg1c.pki.store;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.CertificateRequest;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.plan.CertificatePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The plan of a small cluster. */
public final class Plans {
    private Plans() {}

    public static CertificatePlan threeNodes() {
        return nodes(3);
    }

    static CertificatePlan nodes(int count) {
        List<CertificatePlan.Certificate> certificates = new ArrayList<>();
        List<CertificatePlan.Trust> trusts = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            String node = "node" + n;
            String address = "10.0.0.1" + n;
            Path etc = Path.of("nodes", node, "rootfs", "etc");
            certificates.add(certificate(
                    node + "/etcd-server",
                    CertificateRequest.of(Purpose.ETCD_SERVER, node, node, address, "localhost", "127.0.0.1", "::1"),
                    etc.resolve("etcd"),
                    "server"));
            certificates.add(certificate(
                    node + "/patroni-etcd",
                    CertificateRequest.of(Purpose.PATRONI_ETCD_CLIENT, "", node),
                    etc.resolve("patroni"),
                    "etcd-client"));
            trusts.add(new CertificatePlan.Trust("etcd", etc.resolve("etcd").resolve("ca.pem")));
        }
        return new CertificatePlan(
                List.of(new CertificatePlan.Authority("etcd", CaRequest.of("main etcd CA"))), certificates, trusts);
    }

    /** The same from an authority outside. */
    static CertificatePlan external() {
        CertificatePlan own = nodes(2);
        return new CertificatePlan(
                List.of(new CertificatePlan.Authority("etcd", new CertificatePlan.External())),
                own.certificates(),
                own.trusts());
    }

    /** The same with revocation lists on the first node. */
    public static CertificatePlan withRevocationLists() {
        CertificatePlan plain = threeNodes();
        return new CertificatePlan(
                plain.authorities(),
                plain.certificates(),
                plain.trusts(),
                List.of(
                        new CertificatePlan.RevocationList(
                                "etcd", Path.of("nodes/node1/crl.pem"), CertificatePlan.RevocationList.Form.PEM),
                        new CertificatePlan.RevocationList(
                                "etcd", Path.of("nodes/node1/crl.der"), CertificatePlan.RevocationList.Form.DER)));
    }

    private static CertificatePlan.Certificate certificate(
            String id, CertificateRequest request, Path directory, String name) {
        return new CertificatePlan.Certificate(
                id, "etcd", request, directory.resolve(name + ".pem"), directory.resolve(name + "-key.pem"));
    }
}
