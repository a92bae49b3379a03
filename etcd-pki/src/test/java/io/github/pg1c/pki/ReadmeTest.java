package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.PlannedStore;
import io.github.pg1c.pki.tls.TlsIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the READMEs, which is the text between the two marks. */
class ReadmeTest {
    private static final Clock clock = Clock.systemUTC();
    private static final SecureRandom random = new SecureRandom();

    @Test
    void exampleWorks(@TempDir Path directory) {
        // begin
        // One certificate in memory, at once in a TLS context.
        CertificateAuthority ca = CertificateAuthority.create(CaRequest.of("main etcd CA"), clock, random);
        CertificateRequest request =
                CertificateRequest.of(Purpose.ETCD_SERVER, "node1", "node1.example.com", "10.0.0.11");
        IssuedCertificate node1 = ca.issue(request, KeyAlgorithm.P256, Duration.ofDays(365), clock, random);
        SSLContext context = TlsIdentity.of(node1, ca).sslContext();

        // A directory that keeps the certificates of a cluster current: a second call issues nothing.
        CertificatePlan plan = new CertificatePlan(
                List.of(new CertificatePlan.Authority("etcd", CaRequest.of("main etcd CA"))),
                List.of(new CertificatePlan.Certificate(
                        "node1/etcd", "etcd", request, Path.of("node1/etcd.pem"), Path.of("node1/etcd-key.pem"))),
                List.of(new CertificatePlan.Trust("etcd", Path.of("node1/ca.pem"))));
        PlannedStore store = PkiStore.at(directory).planned(plan);
        List<Issuance> done = store.ensure();
        store.revoke("node1", RevocationReason.KEY_COMPROMISE);
        SSLContext stored = store.tls("node1/etcd").sslContext();

        // From PEM in memory, wherever it was issued.
        SSLContext pem = TlsIdentity.pem(node1.certificatePem(), node1.privateKeyPkcs8Pem(), ca.certificatePem())
                .sslContext();
        // end
        assertThat(done).hasSize(3).allMatch(Issuance::changes);
        assertThat(List.of(context, stored, pem)).doesNotContainNull();
    }

    @Test
    void bothReadmesShowIt() throws IOException {
        List<String> source = Files.readAllLines(Path.of("src/test/java/io/github/pg1c/pki/ReadmeTest.java"));
        List<String> example = source.subList(source.indexOf("        // begin") + 1, source.indexOf("        // end"));
        for (String readme : List.of("README.md", "README.ru.md")) {
            List<String> shown = Files.readAllLines(Path.of(readme));
            assertThat(code(shown.subList(shown.indexOf("```java") + 1, shown.lastIndexOf("```"))))
                    .as(readme)
                    .isEqualTo(code(example));
        }
    }

    private static List<String> code(List<String> lines) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .toList();
    }
}
