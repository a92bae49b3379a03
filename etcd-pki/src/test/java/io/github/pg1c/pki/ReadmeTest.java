package io.github.pg1c.pki;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import io.github.pg1c.pki.plan.CertificatePlan;
import io.github.pg1c.pki.store.Issuance;
import io.github.pg1c.pki.store.PkiStore;
import io.github.pg1c.pki.store.PlannedStore;
import io.github.pg1c.pki.tls.TlsIdentity;
import io.github.pg1c.testing.ReadmeExample;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example of the READMEs, which is the text between the two marks. */
class ReadmeTest {
    private static final Clock clock = Clock.systemUTC();
    private static final SecureRandom random = new SecureRandom();

    @Test
    void exampleWorks(@TempDir Path directory) {
        // tag::example
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
        // end::example
        assertThat(done).hasSize(3).allMatch(Issuance::changes);
        assertThat(List.of(context, stored, pem)).doesNotContainNull();
    }

    /** The comments are in the language of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"README.md", "README.ru.md"})
    void bothReadmesShowIt(String readme) throws IOException {
        String page = Files.readString(Path.of(readme));
        String shown = page.substring(page.indexOf("```java\n") + 8, page.lastIndexOf("```"));

        assertThat(code(shown)).isEqualTo(code(ReadmeExample.of(ReadmeTest.class, "example")));
    }

    private static List<String> code(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("//"))
                .toList();
    }
}
