package io.github.pg1c.pki.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.pg1c.pki.CaRequest;
import io.github.pg1c.pki.KeyAlgorithm;
import io.github.pg1c.pki.Passphrase;
import io.github.pg1c.pki.PkiException;
import io.github.pg1c.pki.Purpose;
import io.github.pg1c.pki.authority.Authorities;
import io.github.pg1c.pki.authority.CertificateAuthority;
import io.github.pg1c.pki.authority.IssuedCertificate;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TlsIdentityTest {
    private static final Clock REAL = Clock.systemUTC();

    private final CertificateAuthority ca =
            CertificateAuthority.create(CaRequest.of("identities"), REAL, Authorities.RANDOM);
    private final IssuedCertificate server = issue(Purpose.ETCD_SERVER);
    private final IssuedCertificate client = issue(Purpose.ETCD_CLIENT);

    @Test
    void isMadeFromTextsInMemory() throws Exception {
        TlsIdentity pem =
                TlsIdentity.pem(client.certificatePem(), client.privateKeyTraditionalPem(), ca.certificatePem());

        assertThat(Handshake.between("TLSv1.3", TlsIdentity.of(server, ca), pem))
                .isEqualTo(client.certificate());
    }

    @Test
    void opensAnEncryptedKey() throws Exception {
        try (Passphrase passphrase = Passphrase.of("correct horse".toCharArray());
                Passphrase other = Passphrase.of("battery staple".toCharArray())) {
            String key = server.privateKeyEncryptedPem(passphrase, Authorities.RANDOM);
            TlsIdentity own = TlsIdentity.pem(server.certificatePem(), key, passphrase, ca.certificatePem());

            assertThat(Handshake.between("TLSv1.2", own, TlsIdentity.of(client, ca)))
                    .isEqualTo(client.certificate());
            assertThatExceptionOfType(PkiException.class)
                    .isThrownBy(() -> TlsIdentity.pem(server.certificatePem(), key, other, ca.certificatePem()));
        }
    }

    @Test
    void trustsSeveralAuthoritiesAtOnce() throws Exception {
        CertificateAuthority next =
                CertificateAuthority.create(CaRequest.of("identities G2"), REAL, Authorities.RANDOM);
        String both = next.certificatePem() + ca.certificatePem();

        TlsIdentity trusting = TlsIdentity.pem(server.certificatePem(), server.privateKeyPkcs8Pem(), both);

        assertThat(trusting.trustManager().getAcceptedIssuers())
                .containsExactlyInAnyOrder(ca.certificate(), next.certificate());
        assertThat(Handshake.between("TLSv1.3", trusting, TlsIdentity.of(client, ca)))
                .isEqualTo(client.certificate());
    }

    @Test
    void anonymousClientHasNoCertificate() {
        TlsIdentity anonymous = TlsIdentity.anonymous(ca.certificatePem());

        assertThatThrownBy(() -> Handshake.between("TLSv1.2", TlsIdentity.of(server, ca), anonymous))
                .isInstanceOf(IOException.class);
        assertThatIllegalStateException().isThrownBy(anonymous::keyManager);
        assertThat(anonymous).hasToString("TlsIdentity[anonymous, trusted=[CN=identities], revocationLists=0]");
    }

    @Test
    void refusesAKeyOfAnotherCertificateAndInvalidLists() {
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() ->
                        TlsIdentity.pem(client.certificatePem(), server.privateKeyPkcs8Pem(), ca.certificatePem()))
                .withMessageContaining("does not belong");
        assertThatExceptionOfType(PkiException.class)
                .isThrownBy(() -> TlsIdentity.of(client, ca).withRevocationLists(ca.certificatePem()));
    }

    private IssuedCertificate issue(Purpose purpose) {
        return ca.issue(Authorities.request(purpose), KeyAlgorithm.P256, Duration.ofDays(2), REAL, Authorities.RANDOM);
    }
}
